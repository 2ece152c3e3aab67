// What is searched for on a screen stands in its address, and what is typed while an answer is on its way stays typed.
(function () {
  var FIELDS = ["mapping-search", "units-search"];
  var STILL_TYPING_MS = 5000;
  var typed = { id: "", value: "", at: 0 };

  document.addEventListener("input", function (event) {
    if (FIELDS.indexOf(event.target.id) !== -1) {
      typed = { id: event.target.id, value: event.target.value, at: Date.now() };
    }
  });

  function putBack() {
    var field = document.getElementById(typed.id);
    var isTyping = field && document.activeElement === field && Date.now() - typed.at < STILL_TYPING_MS;
    if (!isTyping || field.value === typed.value) {
      return;
    }
    // React hears of a value only through the element's own setter and an event.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, typed.value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  window.bemanning = Object.assign({}, window.bemanning, {
    // Is called when a screen has been drawn anew: with the words that were asked for, which may be older.
    stillTyped: function () {
      putBack();
      window.requestAnimationFrame(putBack);
    },
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    search: {
      address: function (value, search) {
        var query = new URLSearchParams(search || "");
        var wanted = (value || "").trim();
        if (wanted === (query.get("sok") || "")) {
          return window.dash_clientside.no_update;
        }
        if (wanted) {
          query.set("sok", wanted);
        } else {
          query.delete("sok");
        }
        var next = query.toString();
        return next ? "?" + next : "";
      },
    },
  });
})();
