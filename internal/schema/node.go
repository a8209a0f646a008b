// Package schema holds the one table of page kinds and their fields, and checks values against it.
//
// From the table come the check, the JSON Schema for editors, and the reference table of the editing guide.
package schema

import "signpost/internal/problem"

// Shape says what a Node is.
type Shape int

// The shapes of a Node. A Scalar keeps its text as written; Quoted tells "7" from 7. A Broken value could not be read
// and its Problem is known, so that nothing more is said about it.
const (
	Null Shape = iota
	Scalar
	List
	Map
	Broken
)

func (s Shape) String() string {
	return [...]string{"nothing", "a single value", "a list", "a group of keys", "something unreadable"}[s]
}

// Node is one value of a front matter or question block, with its place in the file.
type Node struct {
	Shape  Shape
	Text   string // of a Scalar, unquoted
	Quoted bool   // of a Scalar: was it written in quotes or as a block, so certainly text
	Items  []Node // of a List
	Keys   []Entry
	Place  problem.Place
}

// Entry is one key of a Map and its value, in the order written.
type Entry struct {
	Key   string
	Place problem.Place // of the key
	Value Node
}

// Get returns the value of a key, or nil when the Map has no such key or the key is empty.
func (n *Node) Get(key string) *Node {
	for i := range n.Keys {
		if n.Keys[i].Key == key && n.Keys[i].Value.Shape != Null {
			return &n.Keys[i].Value
		}
	}
	return nil
}
