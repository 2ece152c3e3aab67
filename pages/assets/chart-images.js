// Charts as pictures for a slide, made here of what is drawn: light colours on white, with title, selection and source.
// The markup is bemanning/presentation/charts/image.py's; nothing leaves the browser.
(function () {
  // Drawn as on a wide screen and then enlarged, so that words stay as large beside the lines as they are there.
  var WIDTH = 1280;
  var HEIGHT = 720;
  var OUT_WIDTH = 1600;
  var PNG_SCALE = 2;
  var EDGE = 28;
  var TITLE_HEIGHT = 36;
  var LINE_HEIGHT = 18;
  var FOOT = 26;

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function today() {
    var now = new Date();
    var parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts
      .map(function (part) {
        return part < 10 ? "0" + part : String(part);
      })
      .join("-");
  }

  // A copy of what is drawn, with the dark theme's colours turned into the light one's.
  function copied(drawn, colors) {
    var text = JSON.stringify({ data: drawn.data, layout: drawn.layout });
    Object.keys(colors).forEach(function (dark) {
      text = text.split('"' + dark + '"').join('"' + colors[dark] + '"');
    });
    return JSON.parse(text);
  }

  function words(text, size, place) {
    var common = { xref: "paper", yref: "paper", x: 0, xanchor: "left", align: "left", showarrow: false };
    return Object.assign(common, { text: text, font: { size: size } }, place);
  }

  function figure(drawn, about) {
    var made = copied(drawn, JSON.parse(about.colors));
    var layout = made.layout;
    var lines = JSON.parse(about.about);
    var inner = layout.margin;
    var head = TITLE_HEIGHT + lines.length * LINE_HEIGHT + 14;
    var foot = JSON.parse(about.notes).concat([about.source.replace("{date}", today())]);
    var margin = { l: inner.l + EDGE, r: inner.r + EDGE, t: inner.t + EDGE + head, b: inner.b + EDGE + FOOT + LINE_HEIGHT * (foot.length - 1) };
    var left = { xshift: EDGE - margin.l };
    layout.annotations = (layout.annotations || []).concat([
      words("<b>" + escaped(about.title) + "</b>", 23, Object.assign({ y: 1, yanchor: "top", yshift: margin.t - EDGE }, left)),
      words(
        lines.map(escaped).join("<br>"),
        13,
        Object.assign({ y: 1, yanchor: "top", yshift: margin.t - EDGE - TITLE_HEIGHT }, left)
      ),
      words(foot.map(escaped).join("<br>"), 12, Object.assign({ y: 0, yanchor: "bottom", yshift: EDGE - 10 - margin.b }, left)),
    ]);
    Object.assign(layout, { margin: margin, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", autosize: false });
    // What the words are measured in must be what they are drawn in: a picture knows no fonts of the page.
    layout.font.family = "Arial, 'Liberation Sans', Helvetica, sans-serif";
    delete layout.width;
    delete layout.height;
    return { data: made.data, layout: layout, config: { locale: "sv", showSendToCloud: false, plotlyServerURL: "" } };
  }

  // Word processors take a picture at the size that it says: a slide's, whatever it was drawn at.
  function slideSized(svg) {
    var size = 'width="' + OUT_WIDTH + '" height="' + (OUT_WIDTH * HEIGHT) / WIDTH + '"';
    return svg.replace(/ width="[^"]*" height="[^"]*"/, " " + size);
  }

  function blobOf(kind, url) {
    var encoded = url.slice(url.indexOf(",") + 1);
    if (kind === "svg") {
      return new Blob([slideSized(decodeURIComponent(encoded))], { type: "image/svg+xml" });
    }
    var binary = window.atob(encoded);
    var bytes = new Uint8Array(binary.length);
    for (var at = 0; at < binary.length; at += 1) {
      bytes[at] = binary.charCodeAt(at);
    }
    return new Blob([bytes], { type: "image/png" });
  }

  function announce(text) {
    window.dash_clientside.set_props("frame-announcer", { children: text });
  }

  function make(button) {
    var kind = button.dataset.chartImage;
    var about = button.closest(".chart-images").dataset;
    var drawn = button.closest("figure").querySelector(".js-plotly-plot");
    var name = about.stem + "_" + today() + "." + kind;
    var size = { format: kind, width: WIDTH, height: HEIGHT, scale: kind === "png" ? (PNG_SCALE * OUT_WIDTH) / WIDTH : 1 };
    window.Plotly.toImage(figure(drawn, about), size).then(
      function (url) {
        window.bemanning.save(blobOf(kind, url), name);
        announce(about.done.replace("{file}", name));
      },
      function () {
        announce(about.failed);
      }
    );
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-chart-image]");
    if (button) {
      make(button);
    }
  });
})();
