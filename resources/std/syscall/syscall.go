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
	EPERM        Errno = 0x1
	ENOENT       Errno = 0x2
	ESRCH        Errno = 0x3
	EINTR        Errno = 0x4
	EIO          Errno = 0x5
	ENXIO        Errno = 0x6
	E2BIG        Errno = 0x7
	ENOEXEC      Errno = 0x8
	EBADF        Errno = 0x9
	ECHILD       Errno = 0xa
	EAGAIN       Errno = 0xb
	ENOMEM       Errno = 0xc
	EACCES       Errno = 0xd
	EFAULT       Errno = 0xe
	EBUSY        Errno = 0x10
	EEXIST       Errno = 0x11
	EXDEV        Errno = 0x12
	ENODEV       Errno = 0x13
	ENOTDIR      Errno = 0x14
	EISDIR       Errno = 0x15
	EINVAL       Errno = 0x16
	ENFILE       Errno = 0x17
	EMFILE       Errno = 0x18
	ENOTTY       Errno = 0x19
	ETXTBSY      Errno = 0x1a
	EFBIG        Errno = 0x1b
	ENOSPC       Errno = 0x1c
	ESPIPE       Errno = 0x1d
	EROFS        Errno = 0x1e
	EMLINK       Errno = 0x1f
	EPIPE        Errno = 0x20
	EDOM         Errno = 0x21
	ERANGE       Errno = 0x22
	EDEADLK      Errno = 0x23
	ENAMETOOLONG Errno = 0x24
	ENOLCK       Errno = 0x25
	ENOSYS       Errno = 0x26
	ENOTEMPTY    Errno = 0x27
	ELOOP        Errno = 0x28
	EOVERFLOW    Errno = 0x4b
	ENOTSOCK     Errno = 0x58
	EDESTADDRREQ Errno = 0x59
	EADDRINUSE   Errno = 0x62

	EADDRNOTAVAIL Errno = 0x63

	ENETUNREACH  Errno = 0x65
	ECONNABORTED Errno = 0x67
	ECONNRESET   Errno = 0x68
	ENOTCONN     Errno = 0x6b
	ETIMEDOUT    Errno = 0x6e
	ECONNREFUSED Errno = 0x6f
	EHOSTUNREACH Errno = 0x71
	EINPROGRESS  Errno = 0x73
	EWOULDBLOCK        = EAGAIN
	ENOTSUP            = EOPNOTSUPP
	EOPNOTSUPP   Errno = 0x5f
)

// Error gives the system's words.
func (e Errno) Error() string {
	switch e {
	case EPERM:
		return "operation not permitted"
	case ENOENT:
		return "no such file or directory"
	case ESRCH:
		return "no such process"
	case EINTR:
		return "interrupted system call"
	case EIO:
		return "input/output error"
	case ENXIO:
		return "no such device or address"
	case E2BIG:
		return "argument list too long"
	case ENOEXEC:
		return "exec format error"
	case EBADF:
		return "bad file descriptor"
	case ECHILD:
		return "no child processes"
	case EAGAIN:
		return "resource temporarily unavailable"
	case ENOMEM:
		return "cannot allocate memory"
	case EACCES:
		return "permission denied"
	case EFAULT:
		return "bad address"
	case EBUSY:
		return "device or resource busy"
	case EEXIST:
		return "file exists"
	case EXDEV:
		return "invalid cross-device link"
	case ENODEV:
		return "no such device"
	case ENOTDIR:
		return "not a directory"
	case EISDIR:
		return "is a directory"
	case EINVAL:
		return "invalid argument"
	case ENFILE:
		return "too many open files in system"
	case EMFILE:
		return "too many open files"
	case ENOTTY:
		return "inappropriate ioctl for device"
	case ETXTBSY:
		return "text file busy"
	case EFBIG:
		return "file too large"
	case ENOSPC:
		return "no space left on device"
	case ESPIPE:
		return "illegal seek"
	case EROFS:
		return "read-only file system"
	case EMLINK:
		return "too many links"
	case EPIPE:
		return "broken pipe"
	case EDOM:
		return "numerical argument out of domain"
	case ERANGE:
		return "numerical result out of range"
	case EDEADLK:
		return "resource deadlock avoided"
	case ENAMETOOLONG:
		return "file name too long"
	case ENOLCK:
		return "no locks available"
	case ENOSYS:
		return "function not implemented"
	case ENOTEMPTY:
		return "directory not empty"
	case ELOOP:
		return "too many levels of symbolic links"
	case EOVERFLOW:
		return "value too large for defined data type"
	case ENOTSOCK:
		return "socket operation on non-socket"
	case EDESTADDRREQ:
		return "destination address required"
	case EADDRNOTAVAIL:
		return "cannot assign requested address"
	case EADDRINUSE:
		return "address already in use"
	case ENETUNREACH:
		return "network is unreachable"
	case ECONNABORTED:
		return "software caused connection abort"
	case ECONNRESET:
		return "connection reset by peer"
	case ENOTCONN:
		return "transport endpoint is not connected"
	case ETIMEDOUT:
		return "connection timed out"
	case ECONNREFUSED:
		return "connection refused"
	case EHOSTUNREACH:
		return "no route to host"
	case EINPROGRESS:
		return "operation now in progress"
	case EOPNOTSUPP:
		return "operation not supported"
	}
	text := ""
	for n := uint(e); ; n /= 10 {
		text = string(rune('0'+n%10)) + text
		if n < 10 {
			return "errno " + text
		}
	}
}

// Is tells whether the error is what one of package io/fs's errors is about.
func (e Errno) Is(target error) bool {
	switch target.Error() {
	case "permission denied":
		return e == EACCES || e == EPERM
	case "file already exists":
		return e == EEXIST || e == ENOTEMPTY
	case "file does not exist":
		return e == ENOENT
	case "unsupported operation":
		return e == ENOSYS || e == ENOTSUP || e == EOPNOTSUPP
	}
	return false
}

// Temporary tells whether trying again may help.
func (e Errno) Temporary() bool { return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout() }

// Timeout tells whether time has run out.
func (e Errno) Timeout() bool { return e == EAGAIN || e == ETIMEDOUT }

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
func getenv(key string) (value string, ok bool)

// Getenv gives a variable of the environment.
func Getenv(key string) (value string, found bool) { return getenv(key) }

// A RawConn would be a connection's descriptor; connections here have none.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}
