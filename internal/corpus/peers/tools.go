package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"signpost/internal/corpus"
)

// tools are the two programs and their versions.
type tools struct {
	path    map[corpus.For]string
	version map[corpus.For]string
}

// buildTools compiles signpost from this tree, and Hugo from the module proxy unless one is given.
func buildTools(ctx context.Context, dir, hugo string) (tools, error) {
	t := tools{path: map[corpus.For]string{}, version: map[corpus.For]string{}}
	t.path[corpus.Signpost] = filepath.Join(dir, "signpost")
	if err := goTool(ctx, nil, "build", "-o", t.path[corpus.Signpost], "./cmd/signpost"); err != nil {
		return t, err
	}
	if hugo == "" {
		hugo = filepath.Join(dir, "hugo")
		if err := goTool(ctx, []string{"GOBIN=" + dir}, "install", "github.com/gohugoio/hugo@"+hugoVersion); err != nil {
			return t, err
		}
	}
	t.path[corpus.Hugo] = hugo
	for program, path := range t.path {
		out, err := exec.CommandContext(ctx, path, "version").Output()
		if err != nil {
			return t, fmt.Errorf("ask %s for its version: %w", program, err)
		}
		words := strings.Fields(string(out))
		t.version[program] = strings.Join(words[:min(2, len(words))], " ")
	}
	return t, nil
}

// goTool runs the go command, which makes both programs without C.
func goTool(ctx context.Context, env []string, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(append(os.Environ(), "CGO_ENABLED=0"), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}

// cost is what one build took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

// measure runs a program to its end.
func measure(ctx context.Context, env []string, name string, args ...string) (cost, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start)}
	if err != nil {
		return c, fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, said.String())
	}
	c.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = int64(usage.Maxrss) * kilobyte
	}
	return c, nil
}

// kilobyte is the unit in which Linux counts memory.
const kilobyte = 1 << 10
