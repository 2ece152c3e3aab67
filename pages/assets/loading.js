// Inläsning in the browser: the control that chooses files, the strip of months walked by keyboard, and the focus.
(function () {
  var openedMonth = null;
  var monthHeight = 0;
  var isOpenedAgain = false;
  var drawnGrid = null;
  var visit = 0;
  var focused = null;

  function grid() {
    return document.getElementById("loading-grid");
  }

  function cells(row) {
    return Array.prototype.slice.call(row.querySelectorAll("td[data-month]"));
  }

  function bodyRows() {
    return Array.prototype.slice.call(grid().querySelectorAll("tr[data-scope]"));
  }

  // One cell is reached by Tab: the one that had the focus last.
  function focusCell(cell) {
    if (!cell) {
      return;
    }
    grid()
      .querySelectorAll('td[tabindex="0"]')
      .forEach(function (each) {
        each.tabIndex = -1;
      });
    cell.tabIndex = 0;
    cell.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function beside(cell, rowStep, columnStep) {
    var row = cell.parentNode;
    var rows = bodyRows();
    var nextRow = rows[rows.indexOf(row) + rowStep];
    return nextRow && cells(nextRow)[cells(row).indexOf(cell) + columnStep];
  }

  function monthOf(cell) {
    var row = cell.parentNode.dataset;
    return { source: row.source, scope: row.scope, month: cell.dataset.month };
  }

  function cellOf(month) {
    var row = bodyRows().filter(function (each) {
      return each.dataset.source === month.source && each.dataset.scope === month.scope;
    })[0];
    return row && row.querySelector("[data-month='" + month.month + "']");
  }

  function openCell(cell) {
    openedMonth = monthOf(cell);
    grid()
      .querySelectorAll("[aria-selected]")
      .forEach(function (each) {
        each.removeAttribute("aria-selected");
      });
    cell.setAttribute("aria-selected", "true");
    window.dash_clientside.set_props("loading-cell", { data: openedMonth });
  }

  function closeMonth() {
    var cell = openedMonth && cellOf(openedMonth);
    openedMonth = null;
    window.dash_clientside.set_props("loading-cell", { data: null });
    if (cell) {
      cell.removeAttribute("aria-selected");
      focusCell(cell);
    }
  }

  // The screen drawn anew has no month open: the one that was is asked for again, and its room is kept until it comes.
  function openAgain() {
    if (window.bemanning.kept.visit() !== visit) {
      visit = window.bemanning.kept.visit();
      openedMonth = null;
    }
    var isNew = grid() !== drawnGrid;
    var cell = isNew && grid() && openedMonth && cellOf(openedMonth);
    drawnGrid = grid();
    if (cell) {
      document.getElementById("loading-month").style.minHeight = monthHeight + "px";
      isOpenedAgain = true;
      openCell(cell);
    }
  }

  var MOVES = {
    ArrowLeft: function (cell) {
      return beside(cell, 0, -1);
    },
    ArrowRight: function (cell) {
      return beside(cell, 0, 1);
    },
    ArrowUp: function (cell) {
      return beside(cell, -1, 0);
    },
    ArrowDown: function (cell) {
      return beside(cell, 1, 0);
    },
    Home: function (cell) {
      return cells(cell.parentNode)[0];
    },
    End: function (cell) {
      return cells(cell.parentNode).pop();
    },
    PageUp: function (cell) {
      return beside(cell, 0, -12) || cells(cell.parentNode)[0];
    },
    PageDown: function (cell) {
      return beside(cell, 0, 12) || cells(cell.parentNode).pop();
    },
  };

  function monthCell(event) {
    return event.target.closest && event.target.closest("#loading-grid td[data-month]");
  }

  document.addEventListener("keydown", function (event) {
    var cell = monthCell(event);
    if (event.key === "Escape" && event.target.closest && event.target.closest("#loading-month")) {
      closeMonth();
    }
    if (!cell || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (MOVES[event.key]) {
      event.preventDefault();
      focusCell(MOVES[event.key](cell));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openCell(cell);
    }
  });

  document.addEventListener(
    "toggle",
    function (event) {
      var room = event.target.closest("#loading-month");
      monthHeight = room ? room.offsetHeight : monthHeight;
    },
    true
  );

  document.addEventListener("click", function (event) {
    var cell = monthCell(event);
    if (cell) {
      focusCell(cell);
      openCell(cell);
    } else if (event.target.closest("[data-close-month]")) {
      closeMonth();
    }
  });

  // What has been drawn anew is other elements: how to find the successor of what had the focus.
  function successor(element) {
    var cell = element.closest("#loading-grid td[data-month]");
    var place = element.closest(".job-place");
    if (cell) {
      var month = monthOf(cell);
      return function () {
        return grid() && cellOf(month);
      };
    }
    var key = window.bemanning.kept.keyOf(element);
    return function () {
      var now = place && document.getElementById(place.id);
      return (
        (element.id && document.getElementById(element.id)) ||
        (key && window.bemanning.kept.find(key)) ||
        (now && now.querySelector("h3"))
      );
    };
  }

  document.addEventListener("focusin", function (event) {
    focused = event.target.closest(".loading") ? successor(event.target) : null;
  });

  function keepFocus() {
    var next = focused && document.activeElement === document.body && focused();
    if (next && next.closest("#loading-grid")) {
      focusCell(next);
    } else if (next) {
      next.focus({ preventScroll: true });
    }
  }

  // Dash has no control for files. The browser's own is put in a place that Dash leaves alone.
  function placeFileControl() {
    var slot = document.querySelector(".file-slot");
    if (!slot || slot.firstChild) {
      return;
    }
    var control = document.createElement("input");
    control.type = "file";
    control.multiple = true;
    control.id = "loading-file";
    control.className = "file-control";
    slot.appendChild(control);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    loading: {
      drawn: function () {
        placeFileControl();
        window.setTimeout(function () {
          keepFocus();
          openAgain();
          window.bemanning.kept.showOlder();
        }, 0);
        return window.dash_clientside.no_update;
      },

      opened: function (details) {
        var title = details && document.getElementById("loading-month-title");
        var room = document.getElementById("loading-month");
        room.style.minHeight = "";
        monthHeight = room.offsetHeight;
        if (title && isOpenedAgain) {
          keepFocus();
        } else if (title) {
          title.focus({ preventScroll: true });
          title.scrollIntoView({ block: "nearest" });
        }
        isOpenedAgain = false;
        return window.dash_clientside.no_update;
      },
    },
  });
})();
