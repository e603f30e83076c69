// SPDX-License-Identifier: MIT

// Package testing runs tests, benchmarks and examples, as "sluice test" asks it to.
//
// What a test logs is kept until the test is over and then goes to its parent's text, so that texts of tests that run
// together do not mix; with -v it is printed at once, and a line "=== NAME" says whose it is when that changes.
package testing

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// TB is what tests, benchmarks and fuzz tests share.
type TB interface {
	Attr(key, value string)
	Chdir(dir string)
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string

	private()
}

// io is io.Writer.
type io = interface {
	Write(p []byte) (n int, err error)
}

// common is the state of a test or a benchmark.
type common struct {
	mu         sync.RWMutex // guards what follows
	output     []byte
	failed     bool
	skipped    bool
	done       bool // its function and all subtests have ended
	helpers    map[string]bool
	cleanups   []func()
	tempDir    string
	tempCount  int
	ctx        context.Context
	cancel     context.CancelFunc
	partial    []byte // of Output: a line that has not ended
	envChanged bool   // Setenv or Chdir: Parallel is not allowed
	isParallel bool
	bubble     bool // it runs in a bubble of package synctest

	chatty   *chatty // with -v
	bench    bool
	finished bool // the function ended by returning, FailNow or SkipNow
	name     string
	parent   *common
	level    int
	runner   string // the function that runs the test, where frames end to be the test's
	start    time.Time
	duration time.Duration
	barrier  chan bool // closed when the parallel subtests may run
	signal   chan bool // the test is over, or waits for its turn to run in parallel
	sub      []*T      // parallel subtests
}

func (c *common) private() {}

// chatty prints at once.
type chatty struct {
	mu   sync.Mutex
	last string // whose line was printed last
}

// update prints a line about the test itself.
func (p *chatty) update(name, format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	fmt.Printf(format, args...)
}

// text prints what a test logs.
func (p *chatty) text(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last != name {
		if p.last != "" {
			fmt.Printf("=== NAME  %s\n", name)
		}
		p.last = name
	}
	fmt.Print(text)
}

// flush gives the text to the parent, below the line that says how the test ended.
func (c *common) flush(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	p := c.parent
	c.mu.Lock()
	text := c.output
	c.output = nil
	c.mu.Unlock()
	if p.parent == nil { // the root of all tests
		if c.chatty != nil {
			c.chatty.update(c.name, "%s%s", line, text)
		} else {
			fmt.Print(line + string(text))
		}
		return
	}
	p.mu.Lock()
	p.output = append(p.output, indent(line+string(text))...)
	p.mu.Unlock()
}

// indent moves all lines of a text to the right.
func indent(text string) string {
	if text == "" {
		return ""
	}
	return "    " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n    ") + "\n"
}

// place is the file and the line of the call that a log line is about: the innermost frame that is no helper's.
func (c *common) place(skip int) string {
	var pcs [50]uintptr
	n := runtime.Callers(skip+2, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	var first, previous runtime.Frame
	for more := n > 0; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		if first.PC == 0 {
			first = frame
		}
		if frame.Function == c.runner { // called by the test's own function: the place is where that was
			previous = first
			break
		}
		if frame.Function == "runtime.gopanic" {
			continue
		}
		switch frame.Function {
		case "runtime.Goexit", "testing.(*common).SkipNow", "testing.(*common).FailNow":
			return "panic.go:636" // called deferred, while the test ends: the place is in Go's runtime
		}
		previous = frame
		if !c.isHelper(frame.Function) {
			break
		}
	}
	if previous.File == "" {
		return "???:1"
	}
	return fmt.Sprintf("%s:%d", previous.File[strings.LastIndexByte(previous.File, '/')+1:], previous.Line)
}

func (c *common) isHelper(function string) bool {
	for ; c != nil; c = c.parent {
		c.mu.RLock()
		is := c.helpers[function]
		c.mu.RUnlock()
		if is {
			return true
		}
	}
	return false
}

// log writes a line to the test's text; depth counts the frames above it that are not the caller's.
func (c *common) log(text string, depth int) {
	text = strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n        ")
	c.cleanupPartial()
	c.write("    "+c.place(depth+1)+": "+text+"\n", text)
}

func (c *common) cleanupPartial() {
	c.mu.Lock()
	partial := c.partial
	c.partial = nil
	c.mu.Unlock()
	if len(partial) > 0 {
		c.write("    "+string(partial)+"\n", string(partial))
	}
}

func (c *common) write(line, text string) {
	c.mu.Lock()
	if c.done {
		c.mu.Unlock()
		for p := c.parent; p != nil; p = p.parent { // the test is over; a parent that runs takes it
			p.mu.Lock()
			if !p.done {
				p.output = append(p.output, line...)
				p.mu.Unlock()
				return
			}
			p.mu.Unlock()
		}
		panic("Log in goroutine after " + c.name + " has completed: " + text)
	}
	if c.chatty == nil {
		c.output = append(c.output, line...)
		c.mu.Unlock()
		return
	}
	c.mu.Unlock()
	if c.bench { // a benchmark's text stands below the line with its result
		fmt.Print(line)
		return
	}
	c.chatty.text(c.name, line)
}

// output is the io.Writer behind Output.
type output struct{ c *common }

func (o output) Write(p []byte) (int, error) {
	c := o.c
	c.mu.Lock()
	c.partial = append(c.partial, p...)
	text := string(c.partial)
	end := strings.LastIndexByte(text, '\n') + 1
	c.partial = append([]byte(nil), text[end:]...)
	c.mu.Unlock()
	if end > 0 {
		c.write(indent(text[:end]), text[:end])
	}
	return len(p), nil
}

// Output gives a writer to the test's text, without places.
func (c *common) Output() io { return output{c} }

// Attr notes a word about the test.
func (c *common) Attr(key, value string) {
	if strings.ContainsAny(key, " \t\n\r") || key == "" {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chatty != nil {
		c.chatty.update(c.name, "=== ATTR  %s %s %s\n", c.name, key, value)
	}
}

// Name gives the test's name.
func (c *common) Name() string { return c.name }

// Fail marks the test, and those that it is part of, as failed.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed tells whether the test has failed.
func (c *common) Failed() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed
}

// FailNow marks the test as failed and ends it.
func (c *common) FailNow() {
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Log writes to the test's text.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...), 1) }

// Logf writes to the test's text.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...), 1) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...), 1)
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), 1)
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...), 1)
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), 1)
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...), 1)
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), 1)
	c.SkipNow()
}

// SkipNow marks the test as skipped and ends it.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped tells whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skipped
}

// Helper says that the calling function only helps: log lines name the place where it was called.
func (c *common) Helper() {
	var pcs [1]uintptr
	if runtime.Callers(2, pcs[:]) == 0 {
		return
	}
	frame, _ := runtime.CallersFrames(pcs[:]).Next()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[frame.Function] = true
}

// Cleanup lets f be called when the test and its subtests are over; the last one added comes first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// Setenv sets a variable of the environment until the test is over.
func (c *common) Setenv(key, value string) {
	c.Helper()
	c.forbidParallel("testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests")
	old, ok := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if ok {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working folder until the test is over.
func (c *common) Chdir(dir string) {
	c.Helper()
	c.forbidParallel("testing: t.Chdir called after t.Parallel; cannot change directory in parallel tests")
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

func (c *common) forbidParallel(text string) {
	for p := c; p != nil; p = p.parent {
		if p.isParallel {
			panic(text)
		}
	}
	c.envChanged = true
}

// TempDir makes a folder that is removed when the test is over.
func (c *common) TempDir() string {
	c.Helper()
	c.mu.Lock()
	number := c.tempCount
	c.tempCount++
	base := c.tempDir
	c.mu.Unlock()
	if number == 0 {
		name := strings.Map(func(r rune) rune {
			if r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
				return r
			}
			return -1
		}, c.name)
		dir, err := os.MkdirTemp("", name)
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		base = dir
		c.mu.Lock()
		c.tempDir = dir
		c.mu.Unlock()
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	dir := fmt.Sprintf("%s/%03d", base, number+1)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// Context ends just before the cleanups are called.
func (c *common) Context() context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.makeContext()
	return c.ctx
}

func (c *common) makeContext() {
	if c.ctx == nil {
		c.ctx, c.cancel = context.WithCancel(context.Background())
	}
}

// runCleanups calls them all, even if one panics or ends the goroutine.
func (c *common) runCleanups() {
	c.mu.Lock()
	cancel := c.cancel
	c.mu.Unlock()
	if cancel != nil {
		cancel()
	}
	defer func() {
		c.mu.Lock()
		left := len(c.cleanups)
		c.mu.Unlock()
		if left > 0 {
			c.runCleanups()
		}
	}()
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// tryCleanups is runCleanups that gives what one of them panicked with.
func (c *common) tryCleanups() (failure any) {
	defer func() {
		if r := recover(); r != nil {
			failure = r
		}
	}()
	c.runCleanups()
	return nil
}

// report tells how the test ended.
func (c *common) report() {
	if c.parent == nil {
		return
	}
	const format = "--- %s: %s (%.2fs)\n"
	status := ""
	switch {
	case c.Failed():
		status = "FAIL"
	case c.chatty == nil:
		return
	case c.Skipped():
		status = "SKIP"
	default:
		status = "PASS"
	}
	c.flush(format, status, c.name, c.duration.Seconds())
}

var errNilPanicOrGoexit = errors.New("test executed panic(nil) or runtime.Goexit")
