// SPDX-License-Identifier: MIT

// Package fs has what file systems share: modes, descriptions of files, errors, and walking over trees.
package fs

import (
	"errors"
	"time"
	"unicode/utf8"
)

// FS is a tree of files.
type FS interface {
	Open(name string) (File, error)
}

// File is an open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// ReadDirFile is a directory that can be read.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// ReadDirFS, ReadFileFS, StatFS, SubFS, GlobFS and ReadLinkFS are trees that can do something themselves.
type (
	ReadDirFS interface {
		FS
		ReadDir(name string) ([]DirEntry, error)
	}
	ReadFileFS interface {
		FS
		ReadFile(name string) ([]byte, error)
	}
	StatFS interface {
		FS
		Stat(name string) (FileInfo, error)
	}
	SubFS interface {
		FS
		Sub(dir string) (FS, error)
	}
	GlobFS interface {
		FS
		Glob(pattern string) ([]string, error)
	}
	ReadLinkFS interface {
		FS
		ReadLink(name string) (string, error)
		Lstat(name string) (FileInfo, error)
	}
)

// Errors that files give.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)

// FileMode has the kind and the permissions of a file.
type FileMode uint32

// Bits of FileMode.
const (
	ModeDir FileMode = 1 << (32 - 1 - iota)
	ModeAppend
	ModeExclusive
	ModeTemporary
	ModeSymlink
	ModeDevice
	ModeNamedPipe
	ModeSocket
	ModeSetuid
	ModeSetgid
	ModeCharDevice
	ModeSticky
	ModeIrregular

	ModeType          = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular
	ModePerm FileMode = 0777
)

// String gives the mode as ls does.
func (m FileMode) String() string {
	const letters = "dalTLDpSugct?"
	var b []byte
	for i := 0; i < len(letters); i++ {
		if m&(1<<(31-i)) != 0 {
			b = append(b, letters[i])
		}
	}
	if b == nil {
		b = append(b, '-')
	}
	const perms = "rwxrwxrwx"
	for i := 0; i < len(perms); i++ {
		if m&(1<<(8-i)) != 0 {
			b = append(b, perms[i])
		} else {
			b = append(b, '-')
		}
	}
	return string(b)
}

// IsDir tells whether the mode is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular tells whether the mode is an ordinary file's.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm gives the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type gives the kind.
func (m FileMode) Type() FileMode { return m & ModeType }

// PathError says which operation failed on which file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// Timeout tells whether a deadline has passed.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// ValidPath tells whether a name may be given to FS.Open.
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	for {
		i := 0
		for i < len(name) && name[i] != '/' {
			i++
		}
		elem := name[:i]
		if elem == "" || elem == "." || elem == ".." {
			return false
		}
		if i == len(name) {
			return true
		}
		name = name[i+1:]
	}
}

// FileInfoToDirEntry makes a DirEntry of what Stat gives.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return dirInfo{info}
}

type dirInfo struct {
	info FileInfo
}

func (d dirInfo) IsDir() bool             { return d.info.IsDir() }
func (d dirInfo) Type() FileMode          { return d.info.Mode().Type() }
func (d dirInfo) Info() (FileInfo, error) { return d.info, nil }
func (d dirInfo) Name() string            { return d.info.Name() }
func (d dirInfo) String() string          { return FormatDirEntry(d) }

// FormatFileInfo gives a line as ls does.
func FormatFileInfo(info FileInfo) string {
	name := info.Name()
	size := info.Size()
	digits := ""
	for n := uint64(size); ; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
		if n < 10 {
			break
		}
	}
	text := info.Mode().String() + " " + digits + " " + info.ModTime().Format(time.DateTime) + " " + name
	if info.IsDir() {
		text += "/"
	}
	return text
}

// FormatDirEntry gives the kind and the name.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	text := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		text += "/"
	}
	return text
}
