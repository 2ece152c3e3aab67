// Swedish for Plotly: its own "sv" lacks the decimal comma and the space between thousands.
(function () {
  window.Plotly.register({
    moduleType: "locale",
    name: "sv",
    dictionary: {
      "Autoscale": "Anpassa axlarna",
      "Download plot as a PNG": "Hämta diagrammet som PNG",
      "Pan": "Flytta",
      "Reset axes": "Återställ axlarna",
      "Zoom": "Zooma",
      "Zoom in": "Zooma in",
      "Zoom out": "Zooma ut",
      "Double-click to zoom back out": "Dubbelklicka för att zooma ut",
      "Click to enter Plot title": "",
      "Click to enter X axis title": "",
      "Click to enter Y axis title": "",
    },
    format: {
      days: ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
      shortDays: ["sön", "mån", "tis", "ons", "tors", "fre", "lör"],
      months: [
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
      ],
      shortMonths: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
      date: "%Y-%m-%d",
      decimal: ",",
      thousands: "\u00a0",
    },
  });
})();
