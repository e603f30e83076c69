// SPDX-License-Identifier: MIT

// Package os has arguments, environment and the three standard streams. A program gets no files: all that would touch
// them fails with ErrPermission.
package os

import (
	"errors"
	"io"
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
	ErrInvalid = errors.New("invalid argument")
	// ErrPermission says that an operation is not allowed.
	ErrPermission = errors.New("permission denied")
	// ErrExist says that a file exists already.
	ErrExist = errors.New("file already exists")
	// ErrNotExist says that a file does not exist.
	ErrNotExist = errors.New("file does not exist")
	// ErrClosed says that a file is closed.
	ErrClosed = errors.New("file already closed")
	// ErrNoDeadline says that a file has no deadlines.
	ErrNoDeadline = errors.New("file type does not support deadline")
	// ErrDeadlineExceeded says that a deadline has passed.
	ErrDeadlineExceeded = errors.New("i/o timeout")
	// ErrProcessDone says that a process has ended.
	ErrProcessDone = errors.New("os: process already finished")
)

// Flags of OpenFile.
const (
	O_RDONLY = 0
	O_WRONLY = 1
	O_RDWR   = 2
	O_APPEND = 0x400
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_SYNC   = 0x101000
	O_TRUNC  = 0x200
)

// Separators of paths, and the file that takes all.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// FileMode has the kind and the permissions of a file.
type FileMode uint32

// Bits of FileMode.
const (
	ModeDir  FileMode = 1 << 31
	ModePerm FileMode = 0777
)

// IsDir tells whether the mode is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular tells whether the mode is an ordinary file's.
func (m FileMode) IsRegular() bool { return m&^ModePerm == 0 }

// Perm gives the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// String gives the mode as ls does.
func (m FileMode) String() string {
	b := []byte("-rwxrwxrwx")
	if m.IsDir() {
		b[0] = 'd'
	}
	for i := 0; i < 9; i++ {
		if m&(1<<(8-i)) == 0 {
			b[i+1] = '-'
		}
	}
	return string(b)
}

// FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	IsDir() bool
	Sys() any
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// Stat refuses.
func Stat(name string) (FileInfo, error) { return nil, refuse("stat", name) }

// Lstat refuses.
func Lstat(name string) (FileInfo, error) { return nil, refuse("lstat", name) }

// ReadDir refuses.
func ReadDir(name string) ([]DirEntry, error) { return nil, refuse("open", name) }

// Truncate refuses.
func Truncate(name string, size int64) error { return refuse("truncate", name) }

// Chmod refuses.
func Chmod(name string, mode FileMode) error { return refuse("chmod", name) }

// Symlink refuses.
func Symlink(oldname, newname string) error { return refuse("symlink", oldname) }

// Link refuses.
func Link(oldname, newname string) error { return refuse("link", oldname) }

// Pipe refuses.
func Pipe() (r *File, w *File, err error) { return nil, nil, &SyscallError{"pipe2", notPermitted{}} }

// PathError says which operation failed on which file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// Timeout tells whether a deadline has passed.
func (e *PathError) Timeout() bool { return e.Err == ErrDeadlineExceeded }

// SyscallError says which system call failed.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

// notPermitted is the error of all that would leave the machine.
type notPermitted struct{}

func (notPermitted) Error() string        { return "operation not permitted" }
func (notPermitted) Is(target error) bool { return target == ErrPermission }

func refuse(op, path string) error { return &PathError{op, path, notPermitted{}} }

// IsPermission tells whether err says that something is not allowed.
func IsPermission(err error) bool { return errors.Is(err, ErrPermission) }

// IsNotExist tells whether err says that a file does not exist.
func IsNotExist(err error) bool { return errors.Is(err, ErrNotExist) }

// IsExist tells whether err says that a file exists.
func IsExist(err error) bool { return errors.Is(err, ErrExist) }

// IsTimeout tells whether err says that a deadline has passed.
func IsTimeout(err error) bool { return errors.Is(err, ErrDeadlineExceeded) }

// File is one of the three standard streams.
type File struct {
	fd     int
	name   string
	closed bool
}

// The standard streams.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// Stream is the number of the stream for package fmt, or -1 if it cannot be written.
func (f *File) Stream() int {
	if f == nil || f.closed || f.fd == 0 {
		return -1
	}
	return f.fd
}

// Fd is the file's number.
func (f *File) Fd() uintptr { return uintptr(f.fd) }

// Name is the file's name.
func (f *File) Name() string { return f.name }

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

// Read reads up to len(b) bytes; at the end it gives 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	if len(b) == 0 {
		return 0, nil
	}
	n = stdinRead(b)
	if n < 0 {
		return 0, &PathError{"read", f.name, errors.New("input/output error")}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	write(f.fd, b)
	return len(b), nil
}

// WriteString writes all of s.
func (f *File) WriteString(s string) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	writeString(f.fd, s)
	return len(s), nil
}

// Close closes the stream for this program.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}

// Sync does nothing: nothing is held back.
func (f *File) Sync() error { return f.check("sync") }

// Seek fails: the streams have no places.
func (f *File) Seek(offset int64, whence int) (int64, error) {
	return 0, &PathError{"seek", f.name, errors.New("illegal seek")}
}

// Open refuses.
func Open(name string) (*File, error) { return nil, refuse("open", name) }

// Create refuses.
func Create(name string) (*File, error) { return nil, refuse("open", name) }

// OpenFile refuses.
func OpenFile(name string, flag int, perm FileMode) (*File, error) { return nil, refuse("open", name) }

// ReadFile refuses.
func ReadFile(name string) ([]byte, error) { return nil, refuse("open", name) }

// WriteFile refuses.
func WriteFile(name string, data []byte, perm FileMode) error { return refuse("open", name) }

// Remove refuses.
func Remove(name string) error { return refuse("remove", name) }

// RemoveAll refuses.
func RemoveAll(path string) error { return refuse("unlinkat", path) }

// Rename refuses.
func Rename(oldpath, newpath string) error { return refuse("rename", oldpath) }

// Mkdir refuses.
func Mkdir(name string, perm FileMode) error { return refuse("mkdir", name) }

// MkdirAll refuses.
func MkdirAll(path string, perm FileMode) error { return refuse("mkdir", path) }

// MkdirTemp refuses.
func MkdirTemp(dir, pattern string) (string, error) { return "", refuse("mkdir", pattern) }

// CreateTemp refuses.
func CreateTemp(dir, pattern string) (*File, error) { return nil, refuse("open", pattern) }

// Chdir refuses.
func Chdir(dir string) error { return refuse("chdir", dir) }

// Getwd gives the root: there is no other directory.
func Getwd() (dir string, err error) { return "/", nil }

// TempDir is where temporary files would be.
func TempDir() string { return "/tmp" }

// UserHomeDir refuses unless HOME is set.
func UserHomeDir() (string, error) {
	if home := Getenv("HOME"); home != "" {
		return home, nil
	}
	return "", errors.New("$HOME is not defined")
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

type sysSignal int

func (s sysSignal) Signal() {}
func (s sysSignal) String() string {
	if s == 2 {
		return "interrupt"
	}
	return "killed"
}

// The signals that every system has.
var (
	Interrupt Signal = sysSignal(2)
	Kill      Signal = sysSignal(9)
)

// Process is a process of the system.
type Process struct {
	Pid int
}

// FindProcess gives the process with that number.
func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

// Kill refuses.
func (p *Process) Kill() error { return notPermitted{} }

// Signal refuses.
func (p *Process) Signal(sig Signal) error { return notPermitted{} }
