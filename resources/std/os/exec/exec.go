// SPDX-License-Identifier: MIT

// Package exec would run other programs. All of it refuses.
package exec

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"time"
)

// ErrNotFound says that there is no such program.
var ErrNotFound = errors.New("executable file not found in $PATH")

// ErrDot says that a program would be the one in the current folder; ErrWaitDelay that it did not end in time.
var (
	ErrDot       = errors.New("cannot run executable found relative to current directory")
	ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")
)

// Error says which program could not be run.
type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string { return "exec: \"" + e.Name + "\": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Cmd is a program to be run.
type Cmd struct {
	Path   string
	Args   []string
	Env    []string
	Dir    string
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer

	ExtraFiles   []*os.File
	SysProcAttr  any
	Process      *os.Process
	ProcessState *os.ProcessState
	Err          error
	Cancel       func() error
	WaitDelay    time.Duration
}

// ExitError says that a program failed.
type ExitError struct {
	*os.ProcessState
	Stderr []byte
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// Command makes a Cmd.
func Command(name string, arg ...string) *Cmd {
	return &Cmd{Path: name, Args: append([]string{name}, arg...)}
}

func (c *Cmd) refuse() error {
	return &os.PathError{Op: "fork/exec", Path: c.Path, Err: os.ErrPermission}
}

// Run refuses.
func (c *Cmd) Run() error { return c.refuse() }

// Start refuses.
func (c *Cmd) Start() error { return c.refuse() }

// Wait refuses.
func (c *Cmd) Wait() error { return c.refuse() }

// Output refuses.
func (c *Cmd) Output() ([]byte, error) { return nil, c.refuse() }

// CombinedOutput refuses.
func (c *Cmd) CombinedOutput() ([]byte, error) { return nil, c.refuse() }

// LookPath finds nothing.
func LookPath(file string) (string, error) { return "", &Error{file, ErrNotFound} }

// CommandContext makes a Cmd that would be ended with a context.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	return Command(name, arg...)
}

// Environ gives the environment that the program would have.
func (c *Cmd) Environ() []string {
	if c.Env == nil {
		return os.Environ()
	}
	return append([]string(nil), c.Env...)
}

// String gives the command's words.
func (c *Cmd) String() string { return strings.Join(append([]string{c.Path}, c.Args[1:]...), " ") }

// StdinPipe gives a pipe that nobody reads.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	r, w := io.Pipe()
	c.Stdin = r
	r.CloseWithError(c.refuse())
	return w, nil
}

// StdoutPipe gives a pipe that nobody writes.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) {
	r, w := io.Pipe()
	c.Stdout = w
	w.CloseWithError(c.refuse())
	return r, nil
}

// StderrPipe gives a pipe that nobody writes.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) {
	r, w := io.Pipe()
	c.Stderr = w
	w.CloseWithError(c.refuse())
	return r, nil
}
