// SPDX-License-Identifier: MIT

// Package syscall has the names of signals and errors. A program makes no system calls.
package syscall

// Signal is a number of a signal.
type Signal int

// Signals.
const (
	SIGHUP  Signal = 0x1
	SIGINT  Signal = 0x2
	SIGQUIT Signal = 0x3
	SIGABRT Signal = 0x6
	SIGKILL Signal = 0x9
	SIGUSR1 Signal = 0xa
	SIGSEGV Signal = 0xb
	SIGUSR2 Signal = 0xc
	SIGPIPE Signal = 0xd
	SIGALRM Signal = 0xe
	SIGTERM Signal = 0xf
	SIGCHLD Signal = 0x11
	SIGCONT Signal = 0x12
	SIGSTOP Signal = 0x13
	SIGTSTP Signal = 0x14
)

// Signal makes Signal an os.Signal.
func (s Signal) Signal() {}

// String gives the signal's name.
func (s Signal) String() string {
	switch s {
	case SIGHUP:
		return "hangup"
	case SIGINT:
		return "interrupt"
	case SIGQUIT:
		return "quit"
	case SIGABRT:
		return "aborted"
	case SIGKILL:
		return "killed"
	case SIGUSR1:
		return "user defined signal 1"
	case SIGSEGV:
		return "segmentation fault"
	case SIGUSR2:
		return "user defined signal 2"
	case SIGPIPE:
		return "broken pipe"
	case SIGALRM:
		return "alarm clock"
	case SIGTERM:
		return "terminated"
	case SIGCHLD:
		return "child exited"
	case SIGCONT:
		return "continued"
	case SIGSTOP:
		return "stopped (signal)"
	case SIGTSTP:
		return "stopped"
	}
	return "signal"
}

// Errno is a number of an error.
type Errno uintptr

// Errors.
const (
	EPERM  Errno = 0x1
	ENOENT Errno = 0x2
	EINTR  Errno = 0x4
	EAGAIN Errno = 0xb
	EACCES Errno = 0xd
	EEXIST Errno = 0x11
	EINVAL Errno = 0x16
	ENOSYS Errno = 0x26
)

func (e Errno) Error() string {
	switch e {
	case EPERM:
		return "operation not permitted"
	case ENOENT:
		return "no such file or directory"
	case EINTR:
		return "interrupted system call"
	case EAGAIN:
		return "resource temporarily unavailable"
	case EACCES:
		return "permission denied"
	case EEXIST:
		return "file exists"
	case EINVAL:
		return "invalid argument"
	case ENOSYS:
		return "function not implemented"
	}
	return "errno"
}

// Standard streams.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// Getpid is always the same.
func Getpid() int { return 1 }

// Kill refuses.
func Kill(pid int, sig Signal) error { return EPERM }

// Exit ends the program.
func Exit(code int) { exit(code) }

func exit(code int)
