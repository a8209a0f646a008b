package schema

// Synonyms are the fields of content/synonyms.yaml.
var Synonyms = []Field{
	{Name: "same", Type: Many, Of: &Field{Type: Many, Of: list(Text), Min: 2}, Help: "lists of words and phrases that mean the same; who looks for one finds all", Example: "[[ITU, intensive care]]"},
	{Name: "asked", Type: Many, Of: &asked, Help: "what people type, and the page that answers it", Example: "[{page: help, words: [burnt out]}]"},
}

var asked = Field{Type: Record, Fields: []Field{
	{Name: "page", Type: Page, Required: true, Help: "the page that answers", Example: "staying/less-than-full-time"},
	{Name: "words", Type: Many, Of: list(Text), Required: true, Min: 1, Help: "what people type", Example: "[no nights, shorter week]"},
}}
