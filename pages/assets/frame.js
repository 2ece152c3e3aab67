// The frame's browser side: theme, and the address as the only keeper of the selection.
(function () {
  var CONTROLS = {
    manad: "frame-month",
    enhet: "frame-node",
    yrkesgrupp: "frame-profession",
    andel: "frame-definition",
    organisation: "frame-view",
  };
  var darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
  var choice = "auto";
  var shownPath = null;

  function settled() {
    return choice === "dark" || (choice === "auto" && darkSystem.matches) ? "dark" : "light";
  }

  darkSystem.addEventListener("change", function () {
    window.dash_clientside.set_props("frame-theme", { data: settled() });
    window.dash_clientside.set_props("frame-mantine", { forceColorScheme: settled() });
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    frame: {
      // Keeps the choice for the next visit and settles "system" here: the server draws charts in one theme or the other.
      theme: function (value) {
        choice = value || "auto";
        try {
          window.localStorage.setItem("bemanning-theme", choice);
        } catch (blocked) {
          // Storage may be switched off: the choice lasts as long as the page.
        }
        return [settled(), settled()];
      },

      // Lets the controls, the title and the focus follow what is shown. The controls are set from outside the
      // callback graph, for they also write the address that decides what is shown.
      follow: function (shown) {
        if (!shown) {
          return window.dash_clientside.no_update;
        }
        Object.keys(CONTROLS).forEach(function (word) {
          window.dash_clientside.set_props(CONTROLS[word], { value: shown.words[word] });
        });
        var heeded = shown.choices.map(function (word) {
          return "heeds-" + word;
        });
        window.dash_clientside.set_props("frame-selection", { className: "selection " + heeded.join(" ") });
        document.title = shown.title + " \u2013 Bemanning";
        var moved = shownPath !== null && shownPath !== window.location.pathname;
        shownPath = window.location.pathname;
        if (moved) {
          window.scrollTo(0, 0);
          document.getElementById("frame-content").focus({ preventScroll: true });
        }
        return document.title;
      },

      // Writes what the user changed, and only that: what still follows a default stays out of the address.
      address: function () {
        var values = Array.prototype.slice.call(arguments, 0, 5);
        var shown = arguments[5];
        var search = arguments[6] || "";
        if (!shown) {
          return window.dash_clientside.no_update;
        }
        var query = new URLSearchParams(search);
        var changed = false;
        Object.keys(CONTROLS).forEach(function (word, position) {
          var value = values[position];
          if (value === null || value === undefined || value === shown.words[word]) {
            return;
          }
          changed = true;
          if (value === "") {
            query.delete(word);
          } else {
            query.set(word, value);
          }
        });
        var next = query.toString();
        return changed ? (next ? "?" + next : "") : window.dash_clientside.no_update;
      },
    },
  });
})();
