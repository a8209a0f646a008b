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
	if err := command(ctx, "go", "build", "-o", t.path[corpus.Signpost], "./cmd/signpost"); err != nil {
		return t, err
	}
	if hugo == "" {
		hugo = filepath.Join(dir, "hugo")
		install := exec.CommandContext(ctx, "go", "install", "github.com/gohugoio/hugo@"+hugoVersion)
		install.Env = append(os.Environ(), "GOBIN="+dir, "CGO_ENABLED=0")
		if out, err := install.CombinedOutput(); err != nil {
			return t, fmt.Errorf("build Hugo: %w\n%s", err, out)
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

func command(ctx context.Context, name string, args ...string) error {
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
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
