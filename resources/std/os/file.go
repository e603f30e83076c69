// SPDX-License-Identifier: MIT

package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
	"time"
)

// The leaves. A negative number is an error's; without --allow-fs it is refused's.
func filesAllowed() bool
func sysOpen(name string, flag int, perm uint32) int
func sysClose(fd int) int
func sysRead(fd int, b []byte, at int64) int
func sysWrite(fd int, b []byte, at int64) int
func sysSeek(fd int, offset int64, whence int) int64
func sysStat(fd int, name string, follow bool) (code int, size int64, mode uint32, sec, nsec int64, ino uint64)
func sysReadDir(fd int) (entries string, code int)
func sysPath(op int, a, b string, n int64) int
func sysReadLink(name string) (target string, code int)
func sysGetwd() (dir string, code int)

// Operations of sysPath.
const (
	opUnlink = iota
	opRmdir
	opMkdir
	opRename
	opChdir
	opSymlink
	opLink
	opChmod
	opTruncate
	opFtruncate
	opUtimes
	opSync
)

// Flags of OpenFile.
const (
	O_RDONLY int = 0
	O_WRONLY int = 1
	O_RDWR   int = 2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_SYNC   int = 0x101000
	O_TRUNC  int = 0x200
)

// Old names of what io has.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// Names of package io/fs.
type (
	FileMode  = fs.FileMode
	FileInfo  = fs.FileInfo
	DirEntry  = fs.DirEntry
	PathError = fs.PathError
)

// Bits of FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// notAllowed is the error of all that would touch files or processes without --allow-fs.
type notAllowed struct{}

func (notAllowed) Error() string {
	return "operation not permitted (programs get files only with sluice run --allow-fs)"
}
func (notAllowed) Is(target error) bool { return target == ErrPermission || target == syscall.EPERM }

// failure makes the error of a negative code.
func failure(code int) error {
	const refused = -1048576 // as engine/std/files.c
	if code == refused {
		return notAllowed{}
	}
	return syscall.Errno(-code)
}

func pathError(op, path string, code int) error {
	return &PathError{Op: op, Path: path, Err: failure(code)}
}

// LinkError says which operation failed on which two files.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }
func (e *LinkError) Unwrap() error { return e.Err }

// File is an open file, or one of the standard streams.
type File struct {
	fd      int
	name    string
	closed  bool
	file    bool // of the file system: not one of the streams
	appends bool
	entries []DirEntry // a directory's, that are still to be read
	listed  bool
}

// NewFile gives one of the standard streams by its number; there are no others.
func NewFile(fd uintptr, name string) *File {
	if fd > 2 {
		return nil
	}
	return &File{fd: int(fd), name: name}
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes an empty file, for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd := sysOpen(name, flag, sysMode(perm))
	if fd < 0 {
		return nil, pathError("open", name, fd)
	}
	return &File{fd: fd, name: name, file: true, appends: flag&O_APPEND != 0}, nil
}

func sysMode(perm FileMode) uint32 {
	mode := uint32(perm.Perm())
	if perm&ModeSetuid != 0 {
		mode |= 0o4000
	}
	if perm&ModeSetgid != 0 {
		mode |= 0o2000
	}
	if perm&ModeSticky != 0 {
		mode |= 0o1000
	}
	return mode
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// Stream is the number of the stream for package fmt, or -1 if it cannot be written by number.
func (f *File) Stream() int {
	if f == nil || f.closed || f.file || f.fd == 0 {
		return -1
	}
	return f.fd
}

// Fd is the file's number.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// Name is the file's name, as it was opened.
func (f *File) Name() string { return f.name }

// Read reads up to len(b) bytes; at the end it gives 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if f.file {
		n = sysRead(f.fd, b, -1)
	} else if f.fd == 0 {
		if n = stdinRead(b); n < 0 {
			n = -int(syscall.EIO)
		}
	} else {
		n = -int(syscall.EBADF)
	}
	if n < 0 {
		return 0, pathError("read", f.name, n)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes from a place on.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	if !f.file {
		return 0, pathError("read", f.name, -int(syscall.ESPIPE))
	}
	for len(b) > 0 {
		m := sysRead(f.fd, b, off)
		if m < 0 {
			return n, pathError("read", f.name, m)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if !f.file {
		if f.fd == 0 {
			return 0, pathError("write", f.name, -int(syscall.EBADF))
		}
		write(f.fd, b)
		return len(b), nil
	}
	return f.writeAll(b, -1)
}

func (f *File) writeAll(b []byte, at int64) (n int, err error) {
	for len(b) > 0 {
		m := sysWrite(f.fd, b, at)
		if m < 0 {
			return n, pathError("write", f.name, m)
		}
		n += m
		b = b[m:]
		if at >= 0 {
			at += int64(m)
		}
	}
	return n, nil
}

// WriteAt writes all of b from a place on.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.appends {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	if !f.file {
		return 0, pathError("write", f.name, -int(syscall.ESPIPE))
	}
	return f.writeAll(b, off)
}

// WriteString writes all of s.
func (f *File) WriteString(s string) (n int, err error) {
	if f != nil && !f.file && !f.closed && f.fd > 0 {
		writeString(f.fd, s)
		return len(s), nil
	}
	return f.Write([]byte(s))
}

// ReadFrom writes all that r has.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(justWriter{f}, r)
}

// WriteTo writes all of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, justReader{f})
}

type justWriter struct{ f *File }

func (w justWriter) Write(b []byte) (int, error) { return w.f.Write(b) }

type justReader struct{ f *File }

func (r justReader) Read(b []byte) (int, error) { return r.f.Read(b) }

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	if f.file {
		if code := sysClose(f.fd); code < 0 {
			return pathError("close", f.name, code)
		}
	}
	return nil
}

// Sync writes what the system holds back.
func (f *File) Sync() error { return f.do("sync", opSync, 0) }

// Truncate changes the size.
func (f *File) Truncate(size int64) error { return f.do("truncate", opFtruncate, size) }

func (f *File) do(op string, number int, n int64) error {
	if err := f.check(op); err != nil {
		return err
	}
	if !f.file {
		if number == opSync {
			return nil
		}
		return pathError(op, f.name, -int(syscall.EINVAL))
	}
	if code := sysPath(number, "", "", int64(f.fd)|n<<20); code < 0 {
		return pathError(op, f.name, code)
	}
	return nil
}

// Seek goes to a place.
func (f *File) Seek(offset int64, whence int) (int64, error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if !f.file {
		return 0, pathError("seek", f.name, -int(syscall.ESPIPE))
	}
	at := sysSeek(f.fd, offset, whence)
	if at < 0 {
		return 0, pathError("seek", f.name, int(at))
	}
	f.listed, f.entries = false, nil
	return at, nil
}

// Chmod changes the permissions.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return Chmod(f.name, mode)
}

// Chdir makes the directory the working one.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return Chdir(f.name)
}

// SetDeadline fails: files have no deadlines.
func (f *File) SetDeadline(t time.Time) error { return f.noDeadline() }

// SetReadDeadline fails: files have no deadlines.
func (f *File) SetReadDeadline(t time.Time) error { return f.noDeadline() }

// SetWriteDeadline fails: files have no deadlines.
func (f *File) SetWriteDeadline(t time.Time) error { return f.noDeadline() }

func (f *File) noDeadline() error {
	if err := f.check("set deadline"); err != nil {
		return err
	}
	return &PathError{Op: "set deadline", Path: f.name, Err: ErrNoDeadline}
}

// fileStat is what Stat gives.
type fileStat struct {
	name string
	size int64
	mode FileMode
	time time.Time
	ino  uint64
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.time }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return nil }

func baseName(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0 && len(name) > 1; i-- {
		if name[i] == '/' {
			return name[i+1:]
		}
	}
	return name
}

func modeOf(sys uint32) FileMode {
	mode := FileMode(sys & 0o777)
	switch sys & 0o170000 {
	case 0o040000:
		mode |= ModeDir
	case 0o120000:
		mode |= ModeSymlink
	case 0o010000:
		mode |= ModeNamedPipe
	case 0o140000:
		mode |= ModeSocket
	case 0o060000:
		mode |= ModeDevice
	case 0o020000:
		mode |= ModeDevice | ModeCharDevice
	}
	if sys&0o4000 != 0 {
		mode |= ModeSetuid
	}
	if sys&0o2000 != 0 {
		mode |= ModeSetgid
	}
	if sys&0o1000 != 0 {
		mode |= ModeSticky
	}
	return mode
}

func stat(op string, fd int, name string, follow bool) (FileInfo, error) {
	code, size, mode, sec, nsec, ino := sysStat(fd, name, follow)
	if code < 0 {
		return nil, pathError(op, name, code)
	}
	return &fileStat{baseName(name), size, modeOf(mode), time.Unix(sec, nsec), ino}, nil
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) { return stat("stat", -1, name, true) }

// Lstat describes a file, and not what a link leads to.
func Lstat(name string) (FileInfo, error) { return stat("lstat", -1, name, false) }

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	if !f.file {
		return &fileStat{name: f.name[len("/dev/"):], mode: ModeDevice | ModeCharDevice | 0620}, nil
	}
	return stat("stat", f.fd, f.name, true)
}

// SameFile tells whether two descriptions are of one file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.ino == b.ino && a.ino != 0
}
