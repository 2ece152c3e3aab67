// What was opened on Inläsning stays open when parts of the screen are drawn anew. They are other elements then, known
// again by where they stand, what they are and what they say.
(function () {
  var PLACES = ".job-place, [id^='loading-']";
  var opened = {};
  var path = null;
  var visits = 0;
  var clicksForOlder = 0;
  var older = null;
  var scrolled = null;

  function words(element) {
    return element.getAttribute("aria-label") || element.textContent || element.name + "=" + element.value;
  }

  function alike(place, tag, said) {
    return Array.prototype.filter.call(place.querySelectorAll(tag), function (each) {
      return words(each) === said;
    });
  }

  function keyOf(element) {
    var place = element.parentNode && element.parentNode.closest(PLACES);
    if (!place) {
      return null;
    }
    var said = words(element);
    return JSON.stringify([place.id, element.tagName, said, alike(place, element.tagName, said).indexOf(element)]);
  }

  function find(key) {
    var parts = JSON.parse(key);
    var place = parts && document.getElementById(parts[0]);
    return place && alike(place, parts[1], parts[2])[parts[3]];
  }

  function forget() {
    opened = {};
    clicksForOlder = 0;
    older = null;
    scrolled = null;
  }

  // Older loads are asked for again, as often as they were.
  function showOlder() {
    var button = document.getElementById("loading-more");
    if (button && button !== older && clicksForOlder) {
      window.dash_clientside.set_props("loading-more", { n_clicks: clicksForOlder });
    }
    older = button;
  }

  function restore() {
    if (window.location.pathname !== path) {
      path = window.location.pathname;
      visits += 1;
      forget();
    }
    if (!document.querySelector(".loading")) {
      return;
    }
    Object.keys(opened).forEach(function (key) {
      var summary = find(key);
      if (summary) {
        summary.parentNode.open = true;
      }
    });
    var strip = document.querySelector(".strip-scroll");
    if (strip && scrolled && scrolled.strip !== strip) {
      strip.scrollLeft = scrolled.left;
      scrolled.strip = strip;
    }
  }

  // Which visit to a screen this is: what was done on an earlier one is over.
  function visit() {
    return visits;
  }

  document.addEventListener(
    "toggle",
    function (event) {
      var summary = event.target.matches(".loading details") && event.target.querySelector("summary");
      if (summary && event.target.open) {
        opened[keyOf(summary)] = true;
      } else if (summary) {
        delete opened[keyOf(summary)];
      }
    },
    true
  );

  document.addEventListener(
    "scroll",
    function (event) {
      if (event.target.matches && event.target.matches(".loading .strip-scroll")) {
        scrolled = { strip: event.target, left: event.target.scrollLeft };
      }
    },
    true
  );

  document.addEventListener("click", function (event) {
    if (event.target.closest("#loading-more")) {
      clicksForOlder += 1;
    }
  });

  // What a form was opened for is done when it is sent.
  document.addEventListener("submit", function (event) {
    var row = event.target.closest(".loading tr.detail");
    var part = row ? row.previousElementSibling.querySelector("details") : event.target.closest(".loading details");
    if (part) {
      delete opened[keyOf(part.querySelector("summary"))];
    }
  });

  // Before anything is painted, so that nothing is seen to close and open.
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });

  window.bemanning = Object.assign({}, window.bemanning, { kept: { keyOf: keyOf, find: find, showOlder: showOlder, visit: visit } });
})();
