// Charts are drawn in pixels: while printing they take the paper's width, afterwards the screen's again.
(function () {
  var PAPER_WIDTH_PX = 630;

  function relayout(change) {
    document.querySelectorAll(".js-plotly-plot").forEach(function (chart) {
      window.Plotly.relayout(chart, change);
    });
  }

  window.addEventListener("beforeprint", function () {
    relayout({ autosize: false, width: PAPER_WIDTH_PX });
  });
  window.addEventListener("afterprint", function () {
    relayout({ autosize: true, width: null });
  });
})();
