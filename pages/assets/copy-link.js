// Buttons that copy a full address. They come and go with the screens, so the page listens for all of them.
(function () {
  var SHOWN_MS = 4000;

  function say(button, words) {
    var status = button.parentNode.querySelector(".copy-status");
    status.textContent = words;
    window.setTimeout(function () {
      if (status.textContent === words) {
        status.textContent = "";
      }
    }, SHOWN_MS);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy-link]");
    if (!button) {
      return;
    }
    var address = window.location.origin + button.dataset.copyLink;
    // Browsers keep the clipboard from pages that are served without encryption: then the address is shown instead.
    var copied = window.navigator.clipboard ? window.navigator.clipboard.writeText(address) : Promise.reject();
    copied.then(
      function () {
        say(button, button.dataset.copied);
      },
      function () {
        say(button, button.dataset.notCopied.replace("{address}", address));
      }
    );
  });
})();
