//go:build unix

package build

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// killedFiles is how many files the versions of a killed build have: enough for kills to fall into the writing.
const killedFiles = 40

// TestMain lets the test's own program be the build that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("SIGNPOST_TEST_BUILD"); dir != "" {
		buildUntilKilled(dir)
	}
	os.Exit(m.Run())
}

// buildUntilKilled writes one version after the other and a byte to standard output before and after each file, so that
// the test can choose its moment without a clock.
func buildUntilKilled(dir string) {
	for i := 0; ; i++ {
		name := []string{"one", "two"}[i%2]
		_, err := write(dir, func(put Put) error {
			return version(name, killedFiles)(func(path string, data []byte) error {
				fmt.Print(".")
				defer fmt.Print(".")
				return put(path, data)
			})
		})
		fmt.Print(".")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// TestKilledAtAnyMoment kills builds after a random number of steps: the site is one version or the other, whole, and
// the next build mends what lies beside it.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 60
	if testing.Short() {
		kills = 10
	}
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, "one", killedFiles)
	one, two := whole(t, "one", killedFiles), whole(t, "two", killedFiles)
	random := rand.New(rand.NewSource(1))
	for i := range kills {
		killAfter(t, dir, 1+random.Intn(5*killedFiles))
		if got := tree(t, dir); !cmp.Equal(one, got) && !cmp.Equal(two, got) {
			t.Fatalf("after kill %d the site is neither the old nor the new one: %d files", i, len(got))
		}
	}
	mustWrite(t, dir, "one", killedFiles)
	nothingBeside(t, dir)
}

func killAfter(t *testing.T, dir string, steps int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "SIGNPOST_TEST_BUILD="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_, readErr := io.CopyN(io.Discard, bufio.NewReaderSize(out, 16), int64(steps))
	_ = cmd.Process.Kill()
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || !exit.Sys().(syscall.WaitStatus).Signaled() || readErr != nil {
		t.Fatalf("the build ended by itself: %v, %v", err, readErr)
	}
}

// TestFullDisk runs where the test may mount a small disk; that a file which cannot be written leaves the old site is
// tested everywhere, by TestWriteThatFails.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := mountSmallDisk(disk); err != nil {
		t.Logf("no small disk here (%v); TestWriteThatFails stands for it", err)
		return
	}
	t.Cleanup(func() {
		if err := unmount(disk); err != nil {
			t.Error(err)
		}
	})
	dir := filepath.Join(disk, "public")
	mustWrite(t, dir, "old", 4)
	_, err := write(dir, version("a new site that is far too large for the disk", 50))
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("told %v, want that the disk is full", err)
	}
	if diff := cmp.Diff(whole(t, "old", 4), tree(t, dir)); diff != "" {
		t.Errorf("the old site (-want +got):\n%s", diff)
	}
	nothingBeside(t, dir)
	mustWrite(t, dir, "new", 4)
}
