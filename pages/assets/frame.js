// The frame's browser side: theme, and the address as the only keeper of the selection.
(function () {
  var CONTROLS = {
    manad: "frame-month",
    enhet: "frame-node",
    yrkesgrupp: "frame-profession",
    andel: "frame-definition",
    organisation: "frame-view",
    tid: "frame-span",
    matt: "frame-measure",
    jamfor: "frame-compared",
  };
  var darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
  var choice = "auto";
  var shownPath = null;
  var saidTitle = null;

  function settled() {
    return choice === "dark" || (choice === "auto" && darkSystem.matches) ? "dark" : "light";
  }

  // Several values are a list, in the order they were chosen.
  function same(one, other) {
    return String(one) === String(other);
  }

  // Whether the address says something else than what is shown: its answer has not come yet.
  function isAwaited(query, word, shown) {
    return query.has(word) && !same(query.getAll(word), shown.words[word]);
  }

  // The content is drawn after the browser has looked for the address's anchor, so it is looked for again.
  function goToAnchor() {
    var anchor = window.location.hash && document.getElementById(window.location.hash.slice(1));
    if (anchor) {
      anchor.scrollIntoView();
      anchor.focus({ preventScroll: true });
    }
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
          if (word in shown.words && !isAwaited(new URLSearchParams(window.location.search), word, shown)) {
            window.dash_clientside.set_props(CONTROLS[word], { value: shown.words[word] });
          }
        });
        var heeded = shown.choices.map(function (word) {
          return "heeds-" + word;
        });
        window.dash_clientside.set_props("frame-selection", { className: "selection " + (heeded.join(" ") || "heeds-nothing") });
        document.title = shown.title + " \u2013 Bemanning";
        var moved = shownPath !== null && shownPath !== window.location.pathname;
        shownPath = window.location.pathname;
        if (moved) {
          window.bemanning.leave();
          window.scrollTo(0, 0);
          document.getElementById("frame-content").focus({ preventScroll: true });
        }
        goToAnchor();
        // The same screen drawn anew is not told: what was done is being said, and that is the news.
        if (document.title === saidTitle) {
          return window.dash_clientside.no_update;
        }
        saidTitle = document.title;
        return saidTitle;
      },

      // Writes what the user changed, and only that: what still follows a default stays out of the address.
      address: function () {
        var count = Object.keys(CONTROLS).length;
        var values = Array.prototype.slice.call(arguments, 0, count);
        var shown = arguments[count];
        var search = arguments[count + 1] || "";
        if (!shown) {
          return window.dash_clientside.no_update;
        }
        var query = new URLSearchParams(search);
        var chosen = window.dash_clientside.callback_context.triggered_id;
        var changed = false;
        Object.keys(CONTROLS).forEach(function (word, position) {
          var value = values[position];
          // A screen that does not show a control leaves its words in the address as they are.
          if (value === null || value === undefined || !(word in shown.words)) {
            return;
          }
          // What is shown again may be chosen back before the answer to another choice has come.
          var isChosenBack = CONTROLS[word] === chosen && isAwaited(query, word, shown);
          if (same(value, shown.words[word]) && !isChosenBack) {
            return;
          }
          changed = true;
          query.delete(word);
          [].concat(value).filter(Boolean).forEach(function (each) {
            query.append(word, each);
          });
        });
        var next = query.toString();
        return changed ? (next ? "?" + next : "") : window.dash_clientside.no_update;
      },
    },
  });
})();
