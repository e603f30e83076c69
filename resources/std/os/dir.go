// SPDX-License-Identifier: MIT

package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
	"time"
)

// entry is a directory's entry.
type entry struct {
	dir, name string
	kind      FileMode
}

func (e *entry) Name() string            { return e.name }
func (e *entry) IsDir() bool             { return e.kind.IsDir() }
func (e *entry) Type() FileMode          { return e.kind }
func (e *entry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *entry) String() string          { return fs.FormatDirEntry(e) }

func kindOf(letter byte) FileMode {
	switch letter {
	case 'd':
		return ModeDir
	case 'l':
		return ModeSymlink
	case 'p':
		return ModeNamedPipe
	case 's':
		return ModeSocket
	case 'b':
		return ModeDevice
	case 'c':
		return ModeDevice | ModeCharDevice
	}
	return 0
}

// list reads all entries: a letter for the kind, the name, and a zero, for each.
func (f *File) list() error {
	if err := f.check("readdir"); err != nil {
		return err
	}
	if f.listed {
		return nil
	}
	if !f.file {
		return pathError("readdirent", f.name, -int(syscall.ENOTDIR))
	}
	text, code := sysReadDir(f.fd)
	if code < 0 {
		return pathError("readdirent", f.name, code)
	}
	f.listed = true
	for len(text) > 0 {
		end := 1
		for text[end] != 0 {
			end++
		}
		f.entries = append(f.entries, &entry{f.name, text[1:end], kindOf(text[0])})
		text = text[end+1:]
	}
	return nil
}

// ReadDir gives the next n entries, or all that are left if n is not positive.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.list(); err != nil {
		return nil, err
	}
	if n > 0 && len(f.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	list := append([]DirEntry{}, f.entries[:n]...)
	f.entries = f.entries[n:]
	return list, nil
}

// Readdirnames gives the next n names.
func (f *File) Readdirnames(n int) (names []string, err error) {
	list, err := f.ReadDir(n)
	names = []string{}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names, err
}

// Readdir gives descriptions of the next n entries.
func (f *File) Readdir(n int) (infos []FileInfo, err error) {
	list, err := f.ReadDir(n)
	infos = []FileInfo{}
	for _, e := range list {
		if info, err := e.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	return infos, err
}

func sortEntries(list []DirEntry) {
	for step := len(list) / 2; step > 0; step /= 2 {
		for i := step; i < len(list); i++ {
			e := list[i]
			k := i
			for ; k >= step && list[k-step].Name() > e.Name(); k -= step {
				list[k] = list[k-step]
			}
			list[k] = e
		}
	}
}

// ReadDir gives a directory's entries in order of names.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sortEntries(list)
	return list, err
}

// ReadFile reads a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, 0, 512)
	if info, err := f.Stat(); err == nil && info.Size() > 0 && info.Size() < 1<<30 {
		data = make([]byte, 0, info.Size()+1)
	}
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile makes a file of data.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err1 := f.Close(); err1 != nil && err == nil {
		err = err1
	}
	return err
}

func onPath(op string, number int, path string, n int64) error {
	if code := sysPath(number, path, "", n); code < 0 {
		return pathError(op, path, code)
	}
	return nil
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	code := sysPath(opUnlink, name, "", 0)
	if code >= 0 {
		return nil
	}
	other := sysPath(opRmdir, name, "", 0)
	if other >= 0 {
		return nil
	}
	if other != -int(syscall.ENOTDIR) {
		code = other
	}
	return pathError("remove", name, code)
}

// RemoveAll removes a file, or a directory with all that lies in it.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path[len(path)-1] == '.' && baseName(path) == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, staterr := Lstat(path)
	if staterr != nil {
		if IsNotExist(staterr) {
			return nil
		}
		return staterr
	}
	if !info.IsDir() {
		return err
	}
	entries, err := ReadDir(path)
	for _, e := range entries {
		if err1 := RemoveAll(path + "/" + e.Name()); err1 != nil {
			err = err1
		}
	}
	err1 := Remove(path)
	if err1 == nil || IsNotExist(err1) {
		return nil
	}
	if err == nil {
		err = err1
	}
	return err
}

// Rename gives a file another name.
func Rename(oldpath, newpath string) error {
	if code := sysPath(opRename, oldpath, newpath, 0); code < 0 {
		return &LinkError{"rename", oldpath, newpath, failure(code)}
	}
	return nil
}

// Symlink makes a symbolic link.
func Symlink(oldname, newname string) error {
	if code := sysPath(opSymlink, oldname, newname, 0); code < 0 {
		return &LinkError{"symlink", oldname, newname, failure(code)}
	}
	return nil
}

// Link makes a hard link.
func Link(oldname, newname string) error {
	if code := sysPath(opLink, oldname, newname, 0); code < 0 {
		return &LinkError{"link", oldname, newname, failure(code)}
	}
	return nil
}

// Readlink tells where a symbolic link leads.
func Readlink(name string) (string, error) {
	target, code := sysReadLink(name)
	if code < 0 {
		return "", pathError("readlink", name, code)
	}
	return target, nil
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return onPath("mkdir", opMkdir, name, int64(sysMode(perm)))
}

// MkdirAll makes a directory, and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, err1 := Lstat(path); err1 == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Truncate changes a file's size.
func Truncate(name string, size int64) error { return onPath("truncate", opTruncate, name, size) }

// Chmod changes a file's permissions.
func Chmod(name string, mode FileMode) error {
	return onPath("chmod", opChmod, name, int64(sysMode(mode)))
}

// Chtimes changes when a file was changed.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return onPath("chtimes", opUtimes, name, mtime.UnixNano())
}

// Chdir changes the working directory.
func Chdir(dir string) error { return onPath("chdir", opChdir, dir, 0) }

// Getwd gives the working directory; "/" for a program that gets no files.
func Getwd() (dir string, err error) {
	if !filesAllowed() {
		return "/", nil
	}
	dir, code := sysGetwd()
	if code < 0 {
		return "", NewSyscallError("getwd", failure(code))
	}
	return dir, nil
}

// TempDir is where temporary files are made.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

func random() uint64

// temporary tries names until one is free.
func temporary(op, dir, pattern string, try func(name string) error) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	before, after := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return "", &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
		}
		if pattern[i] == '*' {
			before, after = pattern[:i], pattern[i+1:]
			break
		}
	}
	if len(dir) > 0 && dir[len(dir)-1] != '/' {
		dir += "/"
	}
	for tries := 0; ; tries++ {
		number := ""
		for n := uint32(random()); n > 0; n /= 10 {
			number += string(rune('0' + n%10))
		}
		name := dir + before + number + after
		err := try(name)
		if IsExist(err) && tries < 10000 {
			continue
		}
		return name, err
	}
}

// MkdirTemp makes a directory with a new name.
func MkdirTemp(dir, pattern string) (string, error) {
	name, err := temporary("mkdirtemp", dir, pattern, func(name string) error { return Mkdir(name, 0700) })
	if err != nil {
		return "", err
	}
	return name, nil
}

// CreateTemp makes a file with a new name.
func CreateTemp(dir, pattern string) (f *File, err error) {
	_, err = temporary("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

// DirFS gives the tree below a directory.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (dir dirFS) join(op, name string) (string, error) {
	if dir == "" || !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return string(dir) + "/" + name, nil
}

func (dir dirFS) shorten(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.join("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, dir.shorten(err, name)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.join("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	return data, dir.shorten(err, name)
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.join("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(full)
	return list, dir.shorten(err, name)
}

func (dir dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := dir.join("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	if err != nil {
		return nil, dir.shorten(err, name)
	}
	return info, nil
}

// CopyFS copies a tree into a directory.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := dir + "/" + path
		if d.IsDir() {
			return MkdirAll(to, 0777)
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		f, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		if err1 := f.Close(); err == nil {
			err = err1
		}
		return err
	})
}
