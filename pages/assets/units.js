// Enheter in the browser: links followed in place, and the tree walked by keyboard.
(function () {
  var openedBefore = null;
  var focused = null;

  function follow(link) {
    window.history.pushState({}, "", link.getAttribute("href"));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function rows(tree) {
    return Array.prototype.slice.call(tree.querySelectorAll("tbody > tr"));
  }

  function level(row) {
    return Number(row.getAttribute("aria-level"));
  }

  function focus(row) {
    if (!row) {
      return;
    }
    rows(row.closest("table")).forEach(function (each) {
      each.tabIndex = each === row ? 0 : -1;
    });
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function click(row, selector) {
    var link = row.querySelector(selector);
    if (link) {
      link.click();
    }
    return Boolean(link);
  }

  function parentOf(row) {
    var above = row.previousElementSibling;
    while (above && level(above) >= level(row)) {
      above = above.previousElementSibling;
    }
    return above;
  }

  function right(row) {
    var below = row.nextElementSibling;
    if (row.getAttribute("aria-expanded") === "false") {
      click(row, "a.switch");
    } else if (below && level(below) > level(row)) {
      focus(below);
    }
  }

  function left(row) {
    var closes = row.getAttribute("aria-expanded") === "true" && click(row, "a.switch");
    if (!closes) {
      focus(parentOf(row));
    }
  }

  var KEYS = {
    ArrowDown: function (row) {
      focus(row.nextElementSibling);
    },
    ArrowUp: function (row) {
      focus(row.previousElementSibling);
    },
    Home: function (row) {
      focus(rows(row.closest("table"))[0]);
    },
    End: function (row) {
      focus(rows(row.closest("table")).pop());
    },
    ArrowRight: right,
    ArrowLeft: left,
    Enter: function (row) {
      click(row, "a.cell-link");
    },
  };

  document.addEventListener("keydown", function (event) {
    var row = event.target.closest && event.target.closest("[role=treegrid] tbody > tr");
    var plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!row || event.target !== row || !plain || !KEYS[event.key]) {
      return;
    }
    event.preventDefault();
    KEYS[event.key](row);
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.in-place");
    var plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) && event.button === 0;
    if (link && plain) {
      event.preventDefault();
      follow(link);
    }
  });

  // A changed address draws the screen anew, and what had the focus is gone: how to find its successor.
  function successor(element) {
    var row = element.closest("[role=treegrid] tbody > tr");
    var head = element.closest("[role=treegrid] thead th");
    if (row) {
      return "#units-tree tr[data-code=\"" + CSS.escape(row.dataset.code) + "\"]";
    }
    if (head) {
      return "#units-tree thead th:nth-child(" + (head.cellIndex + 1) + ") a";
    }
    return element.id === "units-search" ? "#units-search" : null;
  }

  function restoreFocus() {
    var element = focused && document.activeElement === document.body && document.querySelector(focused);
    if (!element) {
      return;
    }
    if (element.matches("tr")) {
      focus(element);
    } else {
      element.focus({ preventScroll: true });
    }
    if (element.setSelectionRange) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }

  // The row that has the focus is the one that Tab comes back to.
  document.addEventListener("focusin", function (event) {
    var row = event.target.closest && event.target.closest("[role=treegrid] tbody > tr");
    focused = successor(event.target);
    if (row) {
      rows(row.closest("table")).forEach(function (each) {
        each.tabIndex = each === row ? 0 : -1;
      });
    }
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    units: {
      // Moves the focus to a cell that was opened on this page, and back to its row when it is closed.
      opened: function (opened) {
        var before = openedBefore;
        var cell = new URLSearchParams(before || "").get("underlag");
        openedBefore = opened;
        restoreFocus();
        window.bemanning.stillTyped();
        if (before === null || before === opened) {
          return window.dash_clientside.no_update;
        }
        var wasOpen = cell !== null;
        var isOpen = opened !== "";
        if (isOpen && !wasOpen) {
          var title = document.getElementById("units-cell-title");
          title.tabIndex = -1;
          title.focus({ preventScroll: true });
          title.scrollIntoView({ block: "start" });
          return title.textContent;
        }
        if (wasOpen && !isOpen) {
          focus(document.querySelector("#units-tree tr[data-code=\"" + CSS.escape(cell) + "\"]"));
        }
        return window.dash_clientside.no_update;
      },
    },
  });
})();
