package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"signpost/internal/corpus"
)

// report is BENCHMARKS.md.
type report struct {
	tools   tools
	turns   int
	seed    uint64
	results []result
	growth  growth
	saved   []saved
	load    [2]float64 // of the machine, before and after the edits while serving
}

func (r *report) print() []byte {
	var b bytes.Buffer
	b.WriteString("# Benchmarks\n\nWritten by `make bench-peers`; not to be edited by hand.\n\n")
	fmt.Fprintf(&b, "Measured on %s with %s, %s against %s, on %s.\n\n", time.Now().UTC().Format("2 January 2006"), runtime.Version(),
		r.tools.version[corpus.Signpost], r.tools.version[corpus.Hugo], machine())
	b.WriteString(fairness)
	fmt.Fprintf(&b, "\nSeed %d; each program built %d times, in turns. Figures are medians with the lowest and highest; a ratio is signpost's figure over Hugo's of the same turn.\n", r.seed, r.turns)
	for _, res := range r.results {
		fmt.Fprintf(&b, "\n## %d pages\n\n%d files each: signpost %.1f MB, Hugo %.1f MB. Titles, headings, links and words agree on all %d pages that were compared. %s\n",
			res.pages, res.files, float64(res.bytes[corpus.Signpost])/1e6, float64(res.bytes[corpus.Hugo])/1e6, res.sampled, busy(res.load))
		for _, s := range res.scenarios {
			fmt.Fprintf(&b, "\n### %s\n\n| | signpost | Hugo | ratio |\n|---|---|---|---|\n", capital(s.name))
			row(&b, s, "wall, seconds", func(c cost) float64 { return c.wall.Seconds() })
			row(&b, s, "CPU, seconds", func(c cost) float64 { return c.cpu.Seconds() })
			row(&b, s, "peak memory, MiB", func(c cost) float64 { return float64(c.peak) / (1 << 20) })
		}
	}
	r.printSaved(&b)
	r.printGrowth(&b)
	return b.Bytes()
}

func (r *report) printSaved(b *bytes.Buffer) {
	if len(r.saved) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## One edit while `signpost serve` runs\n\nFrom saving the file to new bytes from the server, which is asked again and again; %d edits of each kind. %s\n", edits, busy(r.load))
	b.WriteString("\n| milliseconds | median | 95 % within | slowest |\n|---|---|---|---|\n")
	for _, s := range r.saved {
		fmt.Fprintf(b, "| %s | %.1f | %.1f | %.1f |\n", s.what, ms(s.at(0.5)), ms(s.at(0.95)), ms(s.at(1)))
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func (r *report) printGrowth(b *bytes.Buffer) {
	if len(r.growth.pages) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## Signpost alone, cold, into memory\n\nA page is any that is written, with the lists of sections and tags. What one more page costs is the difference to the size before, so that what every site costs once does not count. A site of fewer than %d pages is built several times a turn, until so many pages are built, and the machine rests for %.0f seconds between two sizes. The index of the search has room for about as many words on every large site, so that of each page of a small one more is searched.\n", leastPages, rest.Seconds())
	b.WriteString("\n| pages of the corpus | pages written | wall, seconds | CPU, seconds | peak memory, MiB | wall, µs a page | wall of one more page, µs |\n|---|---|---|---|---|---|---|\n")
	before, walls := 0, 0.0
	var each []float64
	for i, n := range r.growth.pages {
		of := func(f func(cost) float64) []float64 {
			var all []float64
			for _, c := range r.growth.costs[i] {
				all = append(all, f(c))
			}
			return all
		}
		wall := of(func(c cost) float64 { return c.wall.Seconds() })
		fmt.Fprintf(b, "| %d | %d | %s | %s | %s |", n, r.growth.written[i], spread(wall), spread(of(func(c cost) float64 { return c.cpu.Seconds() })),
			spread(of(func(c cost) float64 { return float64(c.peak) / (1 << 20) })))
		median := wall[len(wall)/2] // spread has sorted them
		each = append(each, median/float64(r.growth.written[i])*1e6)
		fmt.Fprintf(b, " %.0f | %.0f |\n", each[i], (median-walls)/float64(n-before)*1e6)
		before, walls = n, median
	}
	least, most := slices.Min(each), slices.Max(each)
	middle := (least + most) / 2
	fmt.Fprintf(b, "\nA page takes %.0f µs, %.0f %% more or less by the size of the site. A page of the largest takes %.2f times as long as one of the smallest.\n",
		middle, (most-middle)/middle*100, each[len(each)-1]/each[0])
}

// busy says how many other programs wanted the processors. Wall times of a busy machine say little; CPU and memory hold.
func busy(load [2]float64) string {
	if load[1] == 0 {
		return ""
	}
	return fmt.Sprintf("Load of the machine before and after: %.1f and %.1f on %d cores.", load[0], load[1], runtime.NumCPU())
}

// loadNow returns the system's load of the last minute, 0 where it does not tell.
func loadNow() (load float64) {
	if data, err := os.ReadFile("/proc/loadavg"); err == nil {
		_, _ = fmt.Sscan(string(data), &load)
	}
	return load
}

const fairness = `The work is the same: about 600 words a page with headings, lists, links to other pages and a table on every third,
front matter in YAML, lists of 40 sections and 40 tags, breadcrumbs, a contents list and anchors on each page, a sitemap
and a search index, which holds words of the text in signpost's and titles, summaries and tags in Hugo's. The templates
say the same in each program's own words (internal/corpus). Hugo minifies the white space of whole pages; signpost does
so for its templates, once, and leaves the line breaks between paragraphs. Header and footer are cached in both; raw
HTML is refused in both. No page of the corpus loads a script. Signpost checks every link
and anchor and compiles its style sheets in the measured time; Hugo does neither and gets them as static
files. Over an existing tree each folder holds the whole site of an earlier build: Hugo writes all files again, signpost
reads and prints all pages and writes what differs; what it keeps of pages between two builds is deleted each time. In a
new process after an edit or after none, each program has all that it keeps: signpost its cache, Hugo its cache folder,
though it renders every page again. The text that is edited stands at the end of a page, beyond the words that are searched
of a page of a large site. Before each build as much memory as the program took the turn before is used and given back:
where the host of a virtual machine takes back what is free, the next use of it is the host's work and takes many times as
long. Signpost's Markdown has classes on lists and tables that Hugo's has not, and no footnotes, so the corpus has none.
`

func row(b *bytes.Buffer, s scenario, name string, of func(cost) float64) {
	var ours, theirs, ratios []float64
	for i := range s.costs[corpus.Signpost] {
		a, h := of(s.costs[corpus.Signpost][i]), of(s.costs[corpus.Hugo][i])
		ours, theirs, ratios = append(ours, a), append(theirs, h), append(ratios, a/h)
	}
	fmt.Fprintf(b, "| %s | %s | %s | 1/%s |\n", name, spread(ours), spread(theirs), spread(inverse(ratios)))
}

func inverse(all []float64) []float64 {
	out := make([]float64, len(all))
	for i, v := range all {
		out[i] = 1 / v
	}
	return out
}

// spread prints the median and, in brackets, the lowest and the highest.
func spread(all []float64) string {
	slices.Sort(all)
	return fmt.Sprintf("%.3g (%.3g–%.3g)", all[len(all)/2], all[0], all[len(all)-1])
}

// machine says what kind of machine this is, without its name.
func machine() string {
	model := runtime.GOARCH
	if data, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(data)) {
			if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
				model = strings.TrimSpace(value)
				break
			}
		}
	}
	return fmt.Sprintf("%d cores (%s), %s", runtime.NumCPU(), model, runtime.GOOS)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
