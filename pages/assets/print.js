// While printing, charts take the paper's width and its colours; afterwards the screen's again.
(function () {
  // A4 with the margins of zz-print.css; a chart is drawn as a smaller picture of itself, so that nothing
  // in it comes closer than it was placed; its words are not made smaller than 7 points.
  var PAPER_WIDTH_PX = 686;
  var PART = 0.73;
  var WORDS_PART = 0.82;
  // The dark theme's colours and the light one's: the same as in bemanning/presentation/theme.py.
  var LIGHT = {
    "#eef2f6": "#16202b",
    "#aab6c2": "#52606d",
    "#2d3944": "#e4e8ec",
    "#18212a": "#ffffff",
    "#6fcf97": "#1b6e3c",
    "#74b7f5": "#0b559f",
    "#f7a35c": "#b04a00",
    "#b3bec9": "#5b6673",
  };
  var drawn = [];

  function lit(part) {
    return JSON.parse(
      JSON.stringify(part).replace(/#[0-9a-f]{6}/g, function (color) {
        return LIGHT[color] || color;
      })
    );
  }

  function smaller(object, names, part) {
    names.forEach(function (name) {
      if (object && typeof object[name] === "number") {
        object[name] *= part;
      }
    });
  }

  function onPaper(chart) {
    var layout = lit(chart.layout);
    smaller(layout.font, ["size"], WORDS_PART);
    smaller(layout.margin, ["l", "r", "t", "b"], WORDS_PART);
    [layout.xaxis, layout.yaxis, layout.yaxis2].forEach(function (axis) {
      smaller(axis && axis.tickfont, ["size"], WORDS_PART);
    });
    (layout.annotations || []).forEach(function (words) {
      smaller(words, ["ay", "xshift", "yshift"], WORDS_PART);
      smaller(words.font, ["size"], WORDS_PART);
    });
    return Object.assign(layout, { autosize: false, width: PAPER_WIDTH_PX, height: Math.round(chart.clientHeight * PART) });
  }

  function eachMark(change) {
    document.querySelectorAll(".mark").forEach(function (mark) {
      change(mark);
    });
  }

  window.addEventListener("beforeprint", function () {
    var date = document.getElementById("frame-printed");
    if (date) {
      var today = new Date().toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
      date.textContent = date.getAttribute("data-printed").replace("{date}", today);
    }
    eachMark(function (mark) {
      mark.dataset.screen = mark.style.getPropertyValue("--mark");
      mark.style.setProperty("--mark", LIGHT[mark.dataset.screen] || mark.dataset.screen);
    });
    drawn = Array.prototype.map.call(document.querySelectorAll(".js-plotly-plot"), function (chart) {
      var kept = { chart: chart, data: chart.data, layout: chart.layout };
      window.Plotly.react(chart, lit(chart.data), onPaper(chart));
      return kept;
    });
  });

  window.addEventListener("afterprint", function () {
    eachMark(function (mark) {
      mark.style.setProperty("--mark", mark.dataset.screen);
    });
    drawn.forEach(function (kept) {
      window.Plotly.react(kept.chart, kept.data, Object.assign(kept.layout, { autosize: true, width: null, height: null }));
    });
    drawn = [];
  });
})();
