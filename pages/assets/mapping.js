// Mappning in the browser: forms that write the address, the file control, and where the focus goes.
(function () {
  var shownBefore = null;
  var focused = null;

  // A form's fields become words of the address: what it shows can be linked to, and is a step in the history.
  function follow(form) {
    var query = new URLSearchParams(form.dataset.fixed);
    new FormData(form).forEach(function (value, name) {
      if (String(value).trim()) {
        query.set(name, String(value).trim());
      }
    });
    window.bemanning.go(form.dataset.address + "?" + query.toString());
  }

  function announce(words) {
    window.dash_clientside.set_props("frame-announcer", { children: words });
  }

  function setReading(form, words) {
    form.setAttribute("aria-busy", String(Boolean(words)));
    form.querySelector(".workbook-status").textContent = words;
    form.querySelector("input").disabled = Boolean(words);
    if (words) {
      announce(words);
    }
  }

  function send(form, file) {
    var input = form.querySelector("input");
    window.bemanning.showProblems(form, []);
    if (file.size > Number(form.dataset.limitBytes)) {
      window.bemanning.showProblems(form, [form.dataset.tooLarge]);
      input.value = "";
      return;
    }
    setReading(form, form.dataset.reading.replace("{file}", file.name));
    window.bemanning
      .sendFile(form.dataset.workbook + window.location.search, file)
      .then(
        function (answer) {
          setReading(form, "");
          // The same file may be chosen again once it has been mended.
          input.value = "";
          if (answer.href) {
            window.bemanning.go(answer.href);
          } else {
            window.bemanning.showProblems(form, answer.problems);
          }
        },
        function () {
          setReading(form, "");
          window.bemanning.showProblems(form, [form.dataset.failed]);
        }
      );
  }

  // Dash has no control for files: the browser's own is put in its place, named by the label around it.
  function putFileControl() {
    var slot = document.querySelector("form[data-workbook] .workbook-slot");
    if (!slot || slot.firstChild) {
      return;
    }
    var input = document.createElement("input");
    input.type = "file";
    input.id = "mapping-file";
    input.accept = ".xlsx";
    input.addEventListener("change", function () {
      if (input.files.length) {
        send(input.form, input.files[0]);
      }
    });
    slot.appendChild(input);
  }

  function focusHeading(panel) {
    var title = document.getElementById(panel + "-title") || document.getElementById(panel);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
    return title.textContent;
  }

  // A changed address draws the screen anew, and what had the focus is gone: how to find its successor.
  function successor(element) {
    var head = element.closest("table.listing thead th");
    var row = element.closest("table.listing tbody tr");
    var link = element.closest(".table-choice a, .more a");
    if (element.id === "mapping-search") {
      return "#mapping-search";
    }
    if (head) {
      return "#" + head.closest(".panel").id + " thead th:nth-child(" + (head.cellIndex + 1) + ") a";
    }
    if (link && link.closest("#mapping-history")) {
      return "#mapping-history .more a";
    }
    if (row || link) {
      return 'a[href="' + CSS.escape(element.getAttribute("href") || "") + '"]';
    }
    return null;
  }

  function restoreFocus() {
    var element = focused && document.activeElement === document.body && document.querySelector(focused);
    if (!element) {
      return;
    }
    element.focus({ preventScroll: true });
    if (element.setSelectionRange) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }

  document.addEventListener("submit", function (event) {
    var form = event.target.closest("form[data-address]");
    if (form) {
      event.preventDefault();
      follow(form);
    }
  });

  document.addEventListener("focusin", function (event) {
    if (event.target.closest && window.location.pathname === "/mappning") {
      focused = successor(event.target);
    }
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    mapping: {
      // Moves the focus to what was opened on this page. A link that opens it alone begins at the top, as any page.
      shown: function (shown) {
        var before = shownBefore;
        shownBefore = shown;
        putFileControl();
        if (before === null || before === shown || !shown) {
          restoreFocus();
          window.bemanning.stillTyped();
          return window.dash_clientside.no_update;
        }
        return focusHeading(shown.split(" ")[0]);
      },
    },
  });
})();
