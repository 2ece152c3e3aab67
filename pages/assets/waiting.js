// While a screen is fetched: the controls it heeds have their room from the start, and the content says that it is busy.
(function () {
  var root = document.getElementById("react-entry-point");

  // Runs before the frame is painted for the first time: what stands beneath the controls is never pushed down.
  function makeRoom(bar) {
    var heeded = JSON.parse(bar.dataset.heeds)[window.location.pathname];
    var words = heeded
      ? heeded.map(function (word) {
          return "heeds-" + word;
        })
      : [];
    bar.className = ["selection", "selection-waiting", words.join(" ") || "heeds-nothing"].join(" ");
  }

  function settle() {
    document.getElementById("frame-selection").classList.remove("selection-waiting");
  }

  function follow(content) {
    var busy = content.dataset.dashIsLoading === "true";
    if (content.getAttribute("aria-busy") !== String(busy)) {
      content.setAttribute("aria-busy", String(busy));
    }
    if (!content.querySelector(".skeleton")) {
      settle();
    }
  }

  var started = new MutationObserver(function () {
    var bar = document.querySelector("#frame-selection[data-heeds]");
    var content = document.getElementById("frame-content");
    if (!bar || !content) {
      return;
    }
    started.disconnect();
    makeRoom(bar);
    follow(content);
    new MutationObserver(function () {
      follow(content);
    }).observe(content, { attributes: true, attributeFilter: ["data-dash-is-loading"], childList: true });
  });
  started.observe(root, { childList: true, subtree: true });
})();
