// Files sent to the server as they are, one after another, with progress and a way to stop.
//
// The markup (bemanning/presentation/upload_form.py gives the form's attributes, words included):
//
//   <form {upload_attributes()}>
//     <input type="file" multiple>              labelled by the page; several files are sent in turn
//     <progress hidden></progress>              shown while something is sent; named by the page (aria-label)
//     <p data-upload-status></p>                what is happening, in words; announced by the frame, so no role
//     <button type="button" data-upload-cancel hidden>    shown while something is sent: stops it and those in turn
//     <ul data-upload-problems role="alert"></ul>         what could not be sent
//   </form>
//
// Files may also be dropped on the form, which has the class "upload-over" while they are held above it.
// Choosing files begins to send them. The name in #signature-name goes with them; without one nothing is sent.
// A file that has arrived becomes a job, and the screen is drawn anew. The sending goes on while screens change, and
// what is shown is kept here: whenever the form has been drawn anew, it is set again.
(function () {
  var ANNOUNCED_STEP = 25;
  var queue = [];
  var current = null;
  var sent = 0;
  var total = 0;
  var status = "";
  var problems = [];
  var drawn = null;

  function form() {
    return document.querySelector("form[data-upload]");
  }

  function part(selector) {
    var whole = form();
    return whole && whole.querySelector(selector);
  }

  function filled(template, values) {
    return template.replace(/\{(\w+)\}/g, function (_whole, name) {
      return values[name];
    });
  }

  function announce(words) {
    window.dash_clientside.set_props("frame-announcer", { children: words });
  }

  function show() {
    if (!part("[data-upload-status]")) {
      return;
    }
    part("[data-upload-status]").textContent = status;
    part("progress").hidden = !current;
    part("progress").max = 100;
    part("progress").value = current ? current.percent : 0;
    part("[data-upload-cancel]").hidden = !current;
  }

  // Apart from the rest, for what stands in the list is read out each time it is set.
  function showProblems() {
    var list = part("[data-upload-problems]");
    if (list) {
      window.bemanning.fill(list, problems);
    }
  }

  function addProblems(more) {
    problems = problems.concat(more);
    showProblems();
  }

  function forget() {
    status = "";
    problems = [];
    showProblems();
  }

  // The screen has been drawn anew, or another one has: then what was told here is over.
  function redrawn() {
    var now = part("[data-upload-status]");
    if (now === drawn) {
      return;
    }
    drawn = now;
    if (now) {
      show();
      showProblems();
    } else if (!form() && !current) {
      forget();
    }
  }

  // As sizes are written everywhere else: 640 kB, 1,4 MB.
  function sizeText(bytes) {
    var kib = bytes / 1024;
    var inMegabytes = kib >= 1024;
    var digits = inMegabytes ? { minimumFractionDigits: 1, maximumFractionDigits: 1 } : { maximumFractionDigits: 0 };
    return (inMegabytes ? kib / 1024 : kib).toLocaleString("sv", digits) + "\u00a0" + (inMegabytes ? "MB" : "kB");
  }

  function progressWords() {
    var template = total > 1 ? current.words.sendingSeveral : current.words.sending;
    return filled(template, {
      file: current.file.name,
      percent: current.percent,
      sent: sizeText(current.loaded),
      size: sizeText(current.file.size),
      number: sent + 1,
      count: total,
    });
  }

  function progressed(event) {
    var before = current.percent;
    current.loaded = event.loaded;
    current.percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 100;
    var words = current.percent < 100 ? progressWords() : filled(current.words.receiving, { file: current.file.name });
    status = words;
    show();
    if (Math.floor(current.percent / ANNOUNCED_STEP) > Math.floor(before / ANNOUNCED_STEP)) {
      announce(words);
    }
  }

  function answerOf(request) {
    try {
      return JSON.parse(request.responseText);
    } catch (_notOurs) {
      return null;
    }
  }

  // Ends the file that is being sent, tells how it went, and begins the next.
  function finish(words, told) {
    current = null;
    sent += 1;
    status = words;
    show();
    addProblems(told);
    if (words) {
      announce(words);
    }
    next();
  }

  function answered() {
    var file = current.file;
    var words = current.words;
    var answer = answerOf(current.request);
    if (answer && answer.job) {
      finish(filled(words.sent, { file: file.name }), []);
      window.bemanning.redraw();
    } else if (answer && answer.problems) {
      finish("", answer.problems);
    } else {
      unreached();
    }
  }

  function unreached() {
    finish("", [filled(current.words.notSent, { file: current.file.name })]);
  }

  function aborted() {
    queue = [];
    finish(filled(current.words.stopped, { file: current.file.name }), []);
  }

  function send(item) {
    var request = new XMLHttpRequest();
    current = { file: item.file, words: item.words, request: request, loaded: 0, percent: 0 };
    request.upload.addEventListener("progress", progressed);
    request.addEventListener("load", answered);
    request.addEventListener("error", unreached);
    request.addEventListener("abort", aborted);
    request.open("POST", item.words.upload);
    request.setRequestHeader("X-Requested-With", "bemanning");
    request.setRequestHeader("X-File-Name", encodeURIComponent(item.file.name));
    request.setRequestHeader("X-Signature", encodeURIComponent(item.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    status = progressWords();
    show();
    request.send(item.file);
  }

  function megabytes(bytes) {
    return Math.ceil(bytes / (1024 * 1024));
  }

  // A file that is too large is told before it is sent, and not after.
  function isSmallEnough(item) {
    var limit = Number(item.words.limitBytes);
    if (item.file.size <= limit) {
      return true;
    }
    var values = { file: item.file.name, size: megabytes(item.file.size), limit: megabytes(limit) };
    addProblems([filled(item.words.tooLarge, values)]);
    return false;
  }

  function next() {
    while (!current && queue.length) {
      var item = queue.shift();
      if (isSmallEnough(item)) {
        send(item);
      } else {
        sent += 1;
      }
    }
    if (!current) {
      sent = 0;
      total = 0;
    }
  }

  function signature() {
    return document.getElementById("signature-name");
  }

  function begin(target, files) {
    var words = Object.assign({}, target.dataset);
    var name = signature() ? signature().value.trim() : "";
    if (!files.length) {
      return;
    }
    window.bemanning.hush();
    if (!current) {
      forget();
    }
    if (!name && signature()) {
      addProblems([words.nameMissing]);
      signature().focus();
      return;
    }
    total += files.length;
    files.forEach(function (file) {
      queue.push({ file: file, words: words, name: name });
    });
    next();
  }

  function formAt(event) {
    return event.target.closest && event.target.closest("form[data-upload]");
  }

  document.addEventListener("change", function (event) {
    var target = formAt(event);
    if (target && event.target.type === "file") {
      var files = Array.prototype.slice.call(event.target.files);
      // Emptied, so that the same file can be chosen again.
      event.target.value = "";
      begin(target, files);
    }
  });

  document.addEventListener("submit", function (event) {
    if (formAt(event)) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-upload-cancel]") && current) {
      current.request.abort();
    }
  });

  // The browser would open a file that is dropped beside the form, and leave the page.
  document.addEventListener("dragover", function (event) {
    if (!form() || !event.dataTransfer || Array.prototype.indexOf.call(event.dataTransfer.types, "Files") < 0) {
      return;
    }
    event.preventDefault();
    var target = formAt(event);
    event.dataTransfer.dropEffect = target ? "copy" : "none";
    form().classList.toggle("upload-over", Boolean(target));
  });

  document.addEventListener("dragleave", function (event) {
    var target = formAt(event);
    if (target && !target.contains(event.relatedTarget)) {
      target.classList.remove("upload-over");
    }
  });

  document.addEventListener("drop", function (event) {
    var target = formAt(event);
    if (target && event.dataTransfer) {
      event.preventDefault();
      target.classList.remove("upload-over");
      begin(target, Array.prototype.slice.call(event.dataTransfer.files));
    }
  });

  new MutationObserver(redrawn).observe(document.body, { childList: true, subtree: true });

  // Leaving the page would break the sending off; the browser asks in its own words.
  window.addEventListener("beforeunload", function (event) {
    if (current) {
      event.preventDefault();
    }
  });
})();
