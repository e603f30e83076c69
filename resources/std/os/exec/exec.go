// SPDX-License-Identifier: MIT

// Package exec would run other programs. All of it refuses.
package exec

import (
	"errors"
	"io"
	"os"
)

// ErrNotFound says that there is no such program.
var ErrNotFound = errors.New("executable file not found in $PATH")

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
}

// ExitError says that a program failed.
type ExitError struct {
	Stderr []byte
}

func (e *ExitError) Error() string { return "exit status 1" }

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
