// Mot saldolista: the file control, and a list that is sent and answered in its panel. Nothing is kept of either.
(function () {
  function form() {
    return document.querySelector("form[data-balance]");
  }

  function announce(words) {
    window.dash_clientside.set_props("frame-announcer", { children: words });
  }

  function answer(components) {
    window.dash_clientside.set_props("balance-answer", { children: components });
  }

  function say(within, words) {
    within.querySelector(".workbook-status").textContent = words;
  }

  function setReading(within, words) {
    within.setAttribute("aria-busy", String(Boolean(words)));
    within.querySelector("input[type=file]").disabled = Boolean(words);
    if (words) {
      say(within, words);
      announce(words);
    }
  }

  function answered(within, file, told) {
    setReading(within, "");
    say(within, file.name);
    if (told.problems) {
      window.bemanning.showProblems(within, told.problems);
      return;
    }
    answer(told.answer);
    announce(told.words);
  }

  function send(within) {
    var control = within.querySelector("input[type=file]");
    var file = control.files[0];
    var scope = new FormData(within).get("omfattning");
    window.bemanning.showProblems(within, []);
    answer([]);
    if (!file || file.size > Number(within.dataset.limitBytes)) {
      window.bemanning.showProblems(within, [file ? within.dataset.tooLarge : within.dataset.noFile]);
      control.focus();
      return;
    }
    setReading(within, within.dataset.reading.replace("{file}", file.name));
    window.bemanning
      .sendFile(within.dataset.balance + "?" + new URLSearchParams({ omfattning: scope || "" }), file)
      .then(
        function (told) {
          answered(within, file, told);
        },
        function () {
          setReading(within, "");
          say(within, file.name);
          window.bemanning.showProblems(within, [within.dataset.failed]);
        }
      );
  }

  // Dash has no control for files: the browser's own is put in its place, named by the label around it.
  function putFileControl() {
    var slot = form() && form().querySelector(".workbook-slot");
    if (!slot || slot.firstChild) {
      return;
    }
    var control = document.createElement("input");
    control.type = "file";
    control.id = "balance-file";
    control.addEventListener("change", function () {
      say(control.form, control.files.length ? control.files[0].name : "");
      window.bemanning.showProblems(control.form, []);
      answer([]);
    });
    slot.appendChild(control);
  }

  document.addEventListener("submit", function (event) {
    var within = event.target.closest("form[data-balance]");
    if (within) {
      event.preventDefault();
      // The button is never disabled: it would lose the focus.
      if (within.getAttribute("aria-busy") !== "true") {
        send(within);
      }
    }
  });

  new MutationObserver(putFileControl).observe(document.body, { childList: true, subtree: true });
})();
