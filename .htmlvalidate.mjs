// html-validate's recommended rules, and the reasons for each exception.

export default {
	root: true,
	extends: ["html-validate:recommended"],
	rules: {
		// Upstream's markup (NHS.UK frontend) names the roles of header, footer, nav and list for old screen readers.
		"no-redundant-role": "off",
		// Upstream's tables and cards are a div with role="region"; our templates are held to its fixtures.
		"prefer-native-element": ["error", { exclude: ["region"] }],
		// Boxes to tick that belong together share a name, as radios do.
		"form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
		// Forms are answered and kept in the page: there is no server, and the Content-Security-Policy lets nothing submit.
		"wcag/h32": "off",
		// A title names the page, its part and the site; search engines cut it, readers do not.
		"long-title": ["error", { maxlength: 110 }],
	},
};
