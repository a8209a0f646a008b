package schema

import "slices"

// FacetNames are the facets of a specialty that the explorer, the comparison and the map know, in their usual order:
// those under "facets" in front matter, then the route and the years of training.
var FacetNames = func() []string {
	return append(Names(facets), "route", "years")
}()

// FacetValues returns the values that front matter may hold for a facet, in the order of the table. The years are a
// number, so that content/explorer.yaml parts them into values of its own: nil.
func FacetValues(facet string) []string {
	own := facets
	if facet == "route" {
		own = KindNamed("specialty").Fields
	}
	for _, f := range own {
		if f.Name == facet && f.Type == Choice {
			return f.Allowed
		}
	}
	return nil
}

var facetChoice = Field{Type: Choice, Allowed: FacetNames}

// Explorer is the table of content/explorer.yaml: the words of everything that sorts and compares specialties.
var Explorer = []Field{
	{Name: "facets", Type: Many, Required: true, Help: "what specialties are told apart by, in the order in which it is shown", Example: "see content/explorer.yaml", Of: &Field{Type: Record, Fields: []Field{
		{Name: "id", Type: Choice, Required: true, Allowed: FacetNames, Help: "the facet, as front matter calls it", Example: "acuity"},
		{Name: "name", Type: Text, Required: true, Help: "what readers see", Example: "Pace"},
		{Name: "values", Type: Many, Required: true, Min: 2, Help: "its values and their words, in their order", Example: "see content/explorer.yaml", Of: &Field{Type: Record, Fields: []Field{
			{Name: "id", Type: Slug, Required: true, Help: "the value, as front matter has it; of years, a name of your own", Example: "planned"},
			{Name: "text", Type: Text, Required: true, Help: "what readers see", Example: "Mostly planned"},
			{Name: "below", Type: Integer, Min: 1, Max: 99, Help: "of years: holds for fewer years than this; the last value has none", Example: "6"},
		}}},
	}}},
	{Name: "wishes", Type: Many, Required: true, Min: 1, Help: "what may matter to a reader", Example: "see content/explorer.yaml", Of: &Field{Type: Record, Fields: []Field{
		{Name: "id", Type: Slug, Required: true, Help: "a short name that stays the same when the words change", Example: "planned-work"},
		{Name: "text", Type: Text, Required: true, Help: "the wish in a reader's words", Example: "Work that is mostly planned"},
		{Name: "facet", Type: Choice, Required: true, Allowed: FacetNames, Help: "what decides whether it is met", Example: "acuity"},
		{Name: "met_by", Type: Many, Of: list(Slug), Required: true, Min: 1, Help: "the facet's values that meet it", Example: "[planned]"},
		{Name: "partly", Type: Many, Of: list(Slug), Help: "the values that meet it in part", Example: "[mixed]"},
	}}},
	{Name: "map", Type: Record, Required: true, Help: "the facets of the map", Example: "see content/explorer.yaml", Fields: []Field{
		{Name: "across", Type: Many, Of: &facetChoice, Required: true, Min: 1, Max: 4, Help: "what may be shown from left to right", Example: "[acuity]"},
		{Name: "down", Type: Many, Of: &facetChoice, Required: true, Min: 1, Max: 4, Help: "what may be shown from top to bottom", Example: "[patient_contact]"},
		{Name: "marks", Type: Many, Of: &facetChoice, Required: true, Min: 1, Max: 4, Help: "what the marks before the names say: the first that is not across or down; each has three values", Example: "[out_of_hours]"},
	}},
	{Name: "words", Type: Record, Required: true, Help: "what the page says", Example: "see content/explorer.yaml", Fields: explorerWords},
}

// explorerWords are the sentences that staff are most likely to want in other words. All are required.
var explorerWords = require([]Field{
	{Name: "group", Help: "the name of the filter for groups", Example: "Group"},
	{Name: "unknown", Help: "printed where nothing is known", Example: "Not confirmed"},
	{Name: "matters", Help: "the heading above the wishes", Example: "What matters to me"},
	{Name: "ask", Help: "what to do with the wishes", Example: "Say how much each of these matters to you."},
	{Name: "must", Help: "the strongest weight", Example: "Must have"},
	{Name: "like", Help: "the middle weight", Example: "Would like"},
	{Name: "neutral", Help: "no weight", Example: "Do not mind"},
	{Name: "meets", Help: "before wishes that are met", Example: "Meets"},
	{Name: "partly", Help: "before wishes that are met in part", Example: "Meets in part"},
	{Name: "misses", Help: "before wishes that are not met", Example: "Does not meet"},
	{Name: "cannot_say", Help: "before wishes of which nothing is known", Example: "We cannot say"},
	{Name: "none_broken", Help: "heading of specialties that break no must-have", Example: "No must-have is broken"},
	{Name: "one_broken", Help: "heading of those that break one", Example: "One must-have is broken"},
	{Name: "many_broken", Help: "heading of those that break more; # stands for the number", Example: "# must-haves are broken"},
	{Name: "order", Help: "says exactly how the list is ordered by wishes", Example: "Specialties that break fewer must-haves come first."},
	{Name: "caution", Help: "stands beside the wishes", Example: "One placement is not a specialty."},
	{Name: "private", Help: "says where choices are kept", Example: "What you choose stands in the address of this page, in the part that is not sent."},
	{Name: "shortlist", Help: "says where the shortlist is kept", Example: "Your shortlist is kept in this tab and goes when you close it."},
})

func require(fields []Field) []Field {
	fields = slices.Clone(fields)
	for i := range fields {
		fields[i].Type, fields[i].Required = Text, true
	}
	return fields
}
