// Inläsning in the browser: the control that chooses files, the strip of months walked by keyboard, and the focus.
(function () {
  var openedFrom = null;
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

  function openCell(cell) {
    var row = cell.parentNode;
    openedFrom = cell;
    grid()
      .querySelectorAll("[aria-selected]")
      .forEach(function (each) {
        each.removeAttribute("aria-selected");
      });
    cell.setAttribute("aria-selected", "true");
    window.dash_clientside.set_props("loading-cell", {
      data: { source: row.dataset.source, scope: row.dataset.scope, month: cell.dataset.month },
    });
  }

  function closeMonth() {
    window.dash_clientside.set_props("loading-cell", { data: null });
    if (openedFrom) {
      openedFrom.removeAttribute("aria-selected");
      focusCell(openedFrom);
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
      var row = cell.parentNode.dataset;
      return function () {
        var rows = grid() ? bodyRows() : [];
        var same = rows.filter(function (each) {
          return each.dataset.source === row.source && each.dataset.scope === row.scope;
        })[0];
        return same && same.querySelector("[data-month='" + cell.dataset.month + "']");
      };
    }
    return function () {
      var now = place && document.getElementById(place.id);
      return (element.id && document.getElementById(element.id)) || (now && now.querySelector("h3"));
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
        window.setTimeout(keepFocus, 0);
        return window.dash_clientside.no_update;
      },

      opened: function (details) {
        var title = details && document.getElementById("loading-month-title");
        if (title) {
          title.focus({ preventScroll: true });
          title.scrollIntoView({ block: "nearest" });
        }
        return window.dash_clientside.no_update;
      },
    },
  });
})();
