// Forms that change something (data-action): posted in the background, problems shown in the form, what was done told
// in the frame until the next thing is begun, and the screen drawn anew.
(function () {
  var saidOn = null;

  function field(id) {
    return document.getElementById(id);
  }

  function clear(form) {
    form.querySelector(".action-problems").replaceChildren();
  }

  function fill(list, lines) {
    list.replaceChildren.apply(
      list,
      lines.map(function (words) {
        var item = document.createElement("li");
        item.textContent = words;
        return item;
      })
    );
  }

  function showProblems(form, problems) {
    fill(form.querySelector(".action-problems"), problems);
  }

  function setBusy(form, busy) {
    form.setAttribute("aria-busy", String(busy));
    form.querySelectorAll("button").forEach(function (button) {
      button.disabled = busy;
    });
  }

  // Said in the frame, since the form that did it may be gone when the screen has been drawn.
  function say(words) {
    saidOn = window.location.pathname;
    field("frame-toast").hidden = false;
    field("frame-toast-words").textContent = words;
    field("frame-toast-words").focus({ preventScroll: true });
  }

  // Takes away what is said, and gives the focus back where it had it.
  function hush() {
    var toast = field("frame-toast");
    var held = toast.contains(document.activeElement);
    toast.hidden = true;
    if (held) {
      field("frame-content").focus({ preventScroll: true });
    }
  }

  // What was done on one screen is no news on the next.
  function leave() {
    if (saidOn !== window.location.pathname) {
      hush();
    }
  }

  function redraw() {
    window.dash_clientside.set_props("frame-redraw", { data: Date.now() });
  }

  function go(href) {
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function fieldsOf(form) {
    var fields = new FormData(form);
    var fixed = JSON.parse(form.dataset.fields);
    Object.keys(fixed).forEach(function (name) {
      fields.set(name, fixed[name]);
    });
    var signature = field("signature-name");
    fields.set("namn", signature ? signature.value : "");
    return fields;
  }

  function pathOf(href) {
    return new URL(href, window.location.href).pathname;
  }

  // postedOn: the screen that the form was on. Who has gone to another since is not called away from it.
  function answered(form, answer, postedOn) {
    setBusy(form, false);
    if (answer.problems) {
      showProblems(form, answer.problems);
      return;
    }
    var isThere = window.location.pathname === postedOn;
    if (isThere && answer.href && answer.href !== window.location.pathname + window.location.search) {
      go(answer.href);
    }
    redraw();
    if (isThere || (answer.href && window.location.pathname === pathOf(answer.href))) {
      say(answer.message);
    }
  }

  function post(form) {
    var fields = fieldsOf(form);
    var postedOn = window.location.pathname;
    clear(form);
    if (!fields.get("namn").trim() && field("signature-name")) {
      showProblems(form, [form.dataset.nameMissing]);
      field("signature-name").focus();
      return;
    }
    setBusy(form, true);
    window
      .fetch(form.dataset.action, {
        method: "POST",
        headers: { "X-Requested-With": "bemanning" },
        body: new URLSearchParams(fields),
      })
      .then(function (response) {
        return response.json();
      })
      .then(
        function (answer) {
          answered(form, answer, postedOn);
        },
        function () {
          setBusy(form, false);
          showProblems(form, [form.dataset.failed]);
        }
      );
  }

  document.addEventListener("submit", function (event) {
    hush();
    var form = event.target.closest("form[data-action]");
    if (form) {
      event.preventDefault();
      post(form);
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest(".toast-close")) {
      hush();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.target.closest(".toast")) {
      hush();
    }
  });

  // Sends one file that is answered while the sender waits. Gives a promise of the response.
  function postFile(address, file) {
    return window.fetch(address, {
      method: "POST",
      headers: {
        "X-Requested-With": "bemanning",
        "X-File-Name": encodeURIComponent(file.name),
        "Content-Type": "application/octet-stream",
      },
      body: file,
    });
  }

  // The same, where the answer is JSON.
  function sendFile(address, file) {
    return postFile(address, file).then(function (response) {
      return response.json();
    });
  }

  // Lets the browser keep a file that was made here, or fetched by script.
  function save(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 10000);
  }

  window.bemanning = Object.assign({}, window.bemanning, {
    save: save,
    say: say,
    hush: hush,
    leave: leave,
    redraw: redraw,
    go: go,
    fill: fill,
    postFile: postFile,
    sendFile: sendFile,
    showProblems: showProblems,
  });
})();
