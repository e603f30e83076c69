// SPDX-License-Identifier: MIT

// Package os has arguments, environment, the three standard streams, and files for programs that get any; for others
// all that would touch files fails with ErrPermission.
package os

import (
	"errors"
	"io/fs"
	"strconv"
	"syscall"
)

func args() []string
func write(fd int, b []byte)
func writeString(fd int, s string)
func stdinRead(b []byte) int
func exit(code int)
func getenv(key string) (value string, ok bool)
func setenv(key, value string)
func unsetenv(key string)
func environ() []string

// Args has the program's name and its arguments.
var Args = args()

var (
	// ErrInvalid says that an argument is wrong.
	ErrInvalid = fs.ErrInvalid
	// ErrPermission says that an operation is not allowed.
	ErrPermission = fs.ErrPermission
	// ErrExist says that a file exists already.
	ErrExist = fs.ErrExist
	// ErrNotExist says that a file does not exist.
	ErrNotExist = fs.ErrNotExist
	// ErrClosed says that a file is closed.
	ErrClosed = fs.ErrClosed
	// ErrNoDeadline says that a file has no deadlines.
	ErrNoDeadline = errors.New("file type does not support deadline")
	// ErrDeadlineExceeded says that a deadline has passed.
	ErrDeadlineExceeded error = deadlineExceeded{}
	// ErrProcessDone says that a process has ended.
	ErrProcessDone = errors.New("os: process already finished")
)

// Separators of paths, and the file that takes all.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

type deadlineExceeded struct{}

func (deadlineExceeded) Error() string   { return "i/o timeout" }
func (deadlineExceeded) Timeout() bool   { return true }
func (deadlineExceeded) Temporary() bool { return true }

// SyscallError says which system call failed.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

// NewSyscallError makes a SyscallError, or nil if err is.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// Timeout tells whether a deadline has passed.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// IsPathSeparator tells whether c is a slash.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// IsPermission tells whether err says that something is not allowed.
func IsPermission(err error) bool { return errors.Is(err, ErrPermission) }

// IsNotExist tells whether err says that a file does not exist.
func IsNotExist(err error) bool { return errors.Is(err, ErrNotExist) }

// IsExist tells whether err says that a file exists.
func IsExist(err error) bool { return errors.Is(err, ErrExist) }

// IsTimeout tells whether err says that a deadline has passed.
func IsTimeout(err error) bool { return errors.Is(err, ErrDeadlineExceeded) }

// The standard streams.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// UserHomeDir refuses unless HOME is set.
func UserHomeDir() (string, error) {
	if home := Getenv("HOME"); home != "" {
		return home, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir is below the home directory.
func UserCacheDir() (string, error) {
	home, err := UserHomeDir()
	return home + "/.cache", err
}

// UserConfigDir is below the home directory.
func UserConfigDir() (string, error) {
	home, err := UserHomeDir()
	return home + "/.config", err
}

// Hostname is that of no host.
func Hostname() (name string, err error) { return "localhost", nil }

// Executable is the program's name.
func Executable() (string, error) { return Args[0], nil }

// Exit ends the program at once.
func Exit(code int) { exit(code) }

// Getpid is always the same.
func Getpid() int { return 1 }

// Getppid is always the same.
func Getppid() int { return 0 }

// Getuid is always the same.
func Getuid() int { return 1000 }

// Geteuid is always the same.
func Geteuid() int { return 1000 }

// Getgid is always the same.
func Getgid() int { return 1000 }

// Getegid is always the same.
func Getegid() int { return 1000 }

// Getgroups has one.
func Getgroups() ([]int, error) { return []int{1000}, nil }

// Getpagesize is that of amd64.
func Getpagesize() int { return 4096 }

// Getenv gives a variable of the environment, or "".
func Getenv(key string) string {
	v, _ := getenv(key)
	return v
}

// LookupEnv gives a variable of the environment and whether it is set.
func LookupEnv(key string) (string, bool) { return getenv(key) }

// Setenv sets a variable of the program's own environment.
func Setenv(key, value string) error {
	if key == "" {
		return &SyscallError{"setenv", ErrInvalid}
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return &SyscallError{"setenv", ErrInvalid}
		}
	}
	setenv(key, value)
	return nil
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	unsetenv(key)
	return nil
}

// Clearenv removes all variables.
func Clearenv() {
	for _, kv := range environ() {
		for i := 0; i < len(kv); i++ {
			if kv[i] == '=' {
				unsetenv(kv[:i])
				break
			}
		}
	}
}

// Environ gives the variables as "key=value".
func Environ() []string { return environ() }

// ExpandEnv replaces $var and ${var} in s by the environment's values.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

// variableName gives the name that s, behind a dollar sign, begins with, and how many bytes it takes.
func variableName(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[0:1], 1
	}
	i := 0
	for i < len(s) && isNameByte(s[i]) {
		i++
	}
	return s[:i], i
}

// Expand replaces $var and ${var} in s by what mapping says.
func Expand(s string, mapping func(string) string) string {
	var buf []byte
	i := 0
	for j := 0; j < len(s); j++ {
		if s[j] == '$' && j+1 < len(s) {
			buf = append(buf, s[i:j]...)
			name, w := variableName(s[j+1:])
			if name == "" && w == 0 {
				buf = append(buf, s[j])
			} else if name != "" {
				buf = append(buf, mapping(name)...)
			}
			j += w
			i = j + 1
		}
	}
	if buf == nil {
		return s
	}
	return string(buf) + s[i:]
}

// Signal is what the system tells a process. None ever comes.
type Signal interface {
	String() string
	Signal()
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Process is a process of the system.
type Process struct {
	Pid int
}

// FindProcess gives the process with that number.
func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

// Kill refuses.
func (p *Process) Kill() error { return syscall.EPERM }

// Signal refuses.
func (p *Process) Signal(sig Signal) error { return syscall.EPERM }

// Release does nothing.
func (p *Process) Release() error { return nil }

// Pipe refuses.
func Pipe() (r *File, w *File, err error) { return nil, nil, NewSyscallError("pipe2", syscall.EPERM) }

// Wait refuses: programs have no processes.
func (p *Process) Wait() (*ProcessState, error) { return nil, NewSyscallError("wait", syscall.ECHILD) }

// ProcAttr says how a process would be started.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   any
}

// StartProcess refuses.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	return nil, &PathError{Op: "fork/exec", Path: name, Err: ErrPermission}
}

// ProcessState would tell how a process ended; there is none.
type ProcessState struct{ code int }

// ExitCode gives the exit status.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.code
}

// Exited tells whether the process has ended.
func (p *ProcessState) Exited() bool { return true }

// Pid gives the process's number.
func (p *ProcessState) Pid() int { return 0 }

// Success tells whether it ended well.
func (p *ProcessState) Success() bool { return p.code == 0 }

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	return "exit status " + strconv.Itoa(p.code)
}
