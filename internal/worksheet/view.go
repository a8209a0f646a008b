package worksheet

// Places returns 1, 2, 3 … for each place of a rank question.
func (q *Question) Places() []int {
	n := len(q.Items)
	if q.AtMost > 0 {
		n = min(n, q.AtMost)
	}
	return upTo(n)
}

// BlankRows returns 1, 2, 3 … for each empty row of a table question.
func (q *Question) BlankRows() []int { return upTo(q.Blank) }

func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// Describe returns the ids of the elements that describe the question, for aria-describedby; "" when there is none.
func (q *Question) Describe() string {
	ids := ""
	if q.Hint != "" {
		ids = "q-" + q.ID + "--hint"
	}
	if q.Sensitive {
		if ids != "" {
			ids += " "
		}
		ids += "q-" + q.ID + "--sensitive"
	}
	return ids
}
