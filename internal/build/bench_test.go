//go:build unix

package build

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"signpost"
	"signpost/internal/corpus"
	"signpost/internal/site"
)

// sizes are the numbers of pages that `make bench` builds. How they compare with peers is in BENCHMARKS.md.
var sizes = []int{100, 1_000, 10_000}

// eachSize runs a benchmark on a corpus of each size, under names that benchstat can put side by side.
func eachSize(b *testing.B, run func(b *testing.B, dir string)) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("pages=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			if err := corpus.Write(dir, corpus.Signpost, corpus.Seed, n); err != nil {
				b.Fatal(err)
			}
			b.ResetTimer()
			run(b, dir)
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/page")
		})
	}
}

// open returns a Builder that knows nothing yet.
func open(b *testing.B, dir string) *Builder {
	source, _, err := Open(dir, signpost.Embedded)
	if err != nil {
		b.Fatal(err)
	}
	return &Builder{Source: source, Options: Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}}
}

func build(b *testing.B, builder *Builder) *Result {
	result, found, err := builder.Build(context.Background())
	if err != nil || result == nil {
		b.Fatalf("build: %v %v", err, found)
	}
	return result
}

// BenchmarkProgram runs the real program, as a host does: a process of its own, from nothing to a folder of pages.
func BenchmarkProgram(b *testing.B) {
	program := filepath.Join(b.TempDir(), "signpost")
	if out, err := exec.Command("go", "build", "-o", program, "signpost/cmd/signpost").CombinedOutput(); err != nil {
		b.Fatalf("compile: %v\n%s", err, out)
	}
	eachSize(b, func(b *testing.B, dir string) {
		var peak, cpu float64
		for i := range b.N {
			command := exec.Command(program, "build", "--source", dir, "--out", filepath.Join(dir, fmt.Sprint("out", i)))
			if out, err := command.CombinedOutput(); err != nil {
				b.Fatalf("%v\n%s", err, out)
			}
			usage := command.ProcessState.SysUsage().(*syscall.Rusage)
			peak = max(peak, float64(usage.Maxrss)/1024)
			cpu += (command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds()
		}
		b.ReportMetric(peak, "peak-MiB")
		b.ReportMetric(cpu/float64(b.N), "cpu-s/op")
	})
}

// BenchmarkRead reads, parses and checks every page, and nothing else.
func BenchmarkRead(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		b.ReportAllocs()
		for range b.N {
			builder := open(b, dir)
			if tree, found, err := builder.reader.Read(builder.Source.Content, ""); err != nil || tree == nil {
				b.Fatal(err, found)
			}
		}
	})
}

// BenchmarkJoin puts pages together that were read before.
func BenchmarkJoin(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		builder := open(b, dir)
		tree, _, err := builder.reader.Read(builder.Source.Content, "")
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		b.ResetTimer()
		for range b.N {
			if joined, found := site.Join(tree, site.Options{Now: builder.Options.Now}); joined == nil {
				b.Fatal(found)
			}
		}
	})
}

// BenchmarkRender prints every file of a built site and throws it away.
func BenchmarkRender(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		result := build(b, open(b, dir))
		b.ReportAllocs()
		b.ResetTimer()
		for range b.N {
			if err := result.Render(context.Background(), func(string, []byte) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkWrite prints a built site into a folder that is not there yet.
func BenchmarkWrite(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		result := build(b, open(b, dir))
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			if _, err := Write(context.Background(), result, filepath.Join(dir, fmt.Sprint("out", i))); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkBuild is everything at once within one process, which tells allocations; time and memory of a whole process
// are BenchmarkProgram's.
func BenchmarkBuild(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		b.ReportAllocs()
		for i := range b.N {
			if _, err := Write(context.Background(), build(b, open(b, dir)), filepath.Join(dir, fmt.Sprint("out", i))); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkEdit builds again after one page was saved.
func BenchmarkEdit(b *testing.B) {
	for _, what := range []string{"title", "text"} {
		b.Run(what, func(b *testing.B) {
			eachSize(b, func(b *testing.B, dir string) {
				builder := open(b, dir)
				build(b, builder)
				b.ReportAllocs()
				b.ResetTimer()
				for i := range b.N {
					builder.Changed = []string{edit(b, dir, what, i)}
					build(b, builder)
				}
			})
		})
	}
}
