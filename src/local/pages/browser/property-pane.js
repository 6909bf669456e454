// The descriptions of property fields (`@microsoft/sp-property-pane`). The local pages show web parts in reading mode, so no pane is drawn.
'use strict';
define([], () => {
  const PropertyPaneFieldType = {
    Custom: 1,
    CheckBox: 2,
    TextField: 3,
    Toggle: 5,
    Dropdown: 6,
    Label: 7,
    Slider: 8,
    Heading: 9,
    ChoiceGroup: 10,
    Button: 11,
    HorizontalRule: 12,
    Link: 13
  };
  const field = (type) => (targetProperty, properties) => ({ type, targetProperty, properties });
  return {
    PropertyPaneFieldType,
    PropertyPaneCheckbox: field(PropertyPaneFieldType.CheckBox),
    PropertyPaneTextField: field(PropertyPaneFieldType.TextField),
    PropertyPaneToggle: field(PropertyPaneFieldType.Toggle),
    PropertyPaneDropdown: field(PropertyPaneFieldType.Dropdown),
    PropertyPaneLabel: field(PropertyPaneFieldType.Label),
    PropertyPaneSlider: field(PropertyPaneFieldType.Slider),
    PropertyPaneChoiceGroup: field(PropertyPaneFieldType.ChoiceGroup),
    PropertyPaneButton: field(PropertyPaneFieldType.Button),
    PropertyPaneLink: field(PropertyPaneFieldType.Link),
    PropertyPaneHorizontalRule: () => ({ type: PropertyPaneFieldType.HorizontalRule, targetProperty: '', properties: undefined })
  };
});
