// Functions that Mantine's components call by name.
window.dashMantineFunctions = Object.assign({}, window.dashMantineFunctions, {
  // A month that is chosen already does not hide the others.
  monthsToChoose: function (props) {
    var words = props.search.trim();
    var isChosen = props.options.some(function (option) {
      return option.value === words;
    });
    return props.options.filter(function (option) {
      return isChosen || option.value.indexOf(words) !== -1;
    });
  },
  // A place in the organisation is indented by its level; the top levels stand out.
  indentedOption: function (props) {
    var depth = props.option.depth || 0;
    return window.React.createElement(
      "span",
      { style: { paddingLeft: depth * 0.9 + "rem", fontWeight: depth < 2 && props.option.depth !== undefined ? 600 : 400 } },
      props.option.label
    );
  },
});
