package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// lexicon is what pages are made of: enough words for a search index to have something to do.
var lexicon = strings.Fields(`
able about above across action adult advice after again agree aim allow almost alone along already always among amount
answer anxious apply area around arrange arrive ask assess attend aware balance base basic become before begin believe
below benefit between body book both break breath bring build busy call calm care career carry case cause centre change
charge check choice choose clear clinic close colleague come common compare complete concern confirm consider contact
continue cost could course cover create critical current daily date decide decision deep degree demand depend describe
design detail develop diary differ difficult direct discuss doctor doubt draw drive during duty early earn easy effect
effort either else emergency end energy enjoy enough enter equal event evening every evidence exact exam example expect
explain extra face fact fair fall family far fast feel few field figure final find finish first fit flow focus follow
force form forward found free fresh friend from full further future gain gather general give goal good grade great group
grow guide habit half hand happen hard head health hear heart help high hold home honest hope hospital hour idea ill
image important improve include income inform inside interest involve issue item job join journal judge keep kind know
label large last late lead learn leave length less letter level life light like limit line list listen little live local
long look lose low main make manage many mark matter mean measure medicine meet mentor method might mind minute model
moment month more morning most move much name natural near need never next night note notice number nurse offer often
open option order other outside over own paper part past patient pattern pause people perhaps period person place plan
point possible post practice prefer prepare present press prevent private problem process programme promise protect
provide purpose put quality question quick quiet quite range rather reach read ready real reason recent record reduce
reflect regular relate rely remain remember report require research rest result return review right risk role room rota
round rule safe same save scale school science season second section seem sense separate serve session set settle share
shift short should show side simple since single skill slow small social some soon source space speak special spend
staff stage stand start state stay step still stop story strong study subject such summary support sure surgery system
table take talk task teach team tell term test thank theatre their theme then there thing think third those though time
today together tool topic total toward track trade train travel treat trial trust try turn under understand unit until
usual value various view visit voice wait walk want ward watch week weigh well what when where which while whole why wide
will win wish within without wonder word work worry worth would write year young`)

// writer writes the text of one page.
type writer struct{ rand *rand.Rand }

func (w *writer) word() string { return lexicon[w.rand.IntN(len(lexicon))] }

func (w *writer) title() string {
	return capital(w.word()) + " " + w.word() + " and " + w.word()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// words returns n words, one in fifteen of them emphasised.
func (w *writer) words(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch w.rand.IntN(45) {
		case 0:
			b.WriteString("*" + w.word() + "*")
		case 1:
			b.WriteString("**" + w.word() + "**")
		case 2:
			b.WriteString("`" + w.word() + "`")
		default:
			b.WriteString(w.word())
		}
	}
	return b.String()
}

func (w *writer) sentence() string {
	words := make([]string, 8+w.rand.IntN(10))
	for i := range words {
		words[i] = w.word()
	}
	return capital(strings.Join(words, " ")) + "."
}

// paragraph has four sentences and a link to another page of the n.
func (w *writer) paragraph(b *strings.Builder, n int) (words int) {
	for range 4 {
		count := 8 + w.rand.IntN(10)
		b.WriteString(capital(w.word()) + " " + w.words(count) + ". ")
		words += count + 1
	}
	fmt.Fprintf(b, "See [%s](/%s/).\n\n", w.words(2), PathOf(w.rand.IntN(n)))
	return words + 3
}

// body has about 600 words: an opening, sections with lists, and a table on every third page.
func (w *writer) body(i, n int) string {
	var b strings.Builder
	count := w.paragraph(&b, n)
	for part := 1; count < wordsPerPage; part++ {
		level, heading := "##", capital(w.word())+" "+w.word()+" "+fmt.Sprint(part)
		if part%3 == 0 {
			level = "###"
		}
		b.WriteString(level + " " + heading + "\n\n")
		count += w.paragraph(&b, n)
		switch {
		case part == 2 && i%3 == 0:
			count += w.table(&b)
		case part%2 == 0:
			count += w.list(&b)
		}
	}
	return b.String()
}

func (w *writer) list(b *strings.Builder) (words int) {
	for range 4 {
		b.WriteString("- " + w.words(6) + "\n")
		words += 6
	}
	b.WriteString("\n")
	return words
}

func (w *writer) table(b *strings.Builder) (words int) {
	b.WriteString("| " + capital(w.word()) + " | " + capital(w.word()) + " | Number |\n| --- | --- | --- |\n")
	for row := range 5 {
		fmt.Fprintf(b, "| %s | %s | %d |\n", w.words(2), w.words(3), row*w.rand.IntN(90))
		words += 6
	}
	b.WriteString("\n")
	return words
}
