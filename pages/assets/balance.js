// Mot saldolista: the file control, and a list that is sent and answered in its panel. Nothing is kept of either.
(function () {
  // What was sent last, with the scope that it was of.
  var shown = { file: null, scope: "" };

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

  function query(scope) {
    return "?" + new URLSearchParams({ omfattning: scope || "" });
  }

  // The workbook of the answer that is shown: the same file and scope once more, for nothing is kept.
  function fetchWorkbook(within) {
    setReading(within, within.dataset.making);
    window.bemanning
      .postFile(within.dataset.workbookAt + query(shown.scope), shown.file)
      .then(function (response) {
        if ((response.headers.get("Content-Type") || "").indexOf("json") >= 0) {
          return response.json().then(function (told) {
            window.bemanning.showProblems(within, told.problems);
            return "";
          });
        }
        if (!response.ok) {
          throw new Error(response.statusText);
        }
        var name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition"))[1];
        return response.blob().then(function (blob) {
          window.bemanning.save(blob, name);
          return within.dataset.made.replace("{file}", name);
        });
      })
      .then(
        function (words) {
          setReading(within, "");
          say(within, words || shown.file.name);
          announce(words);
        },
        function () {
          setReading(within, "");
          say(within, shown.file.name);
          window.bemanning.showProblems(within, [within.dataset.failed]);
        }
      );
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
    shown = { file: file, scope: scope };
    window.bemanning
      .sendFile(within.dataset.balance + query(scope), file)
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

  document.addEventListener("click", function (event) {
    if (event.target.closest("#balance-excel") && form().getAttribute("aria-busy") !== "true") {
      window.bemanning.showProblems(form(), []);
      fetchWorkbook(form());
    }
  });

  new MutationObserver(putFileControl).observe(document.body, { childList: true, subtree: true });
})();
