// Files, directories and what goes wrong with them.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"io/ioutil"
	"os"
	"path/filepath"
	"strings"
)

// short leaves the temporary directory's name out.
func short(dir string, v any) string { return strings.ReplaceAll(fmt.Sprint(v), dir, "TMP") }

func main() {
	dir, err := os.MkdirTemp("", "sluice-test-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	say := func(v ...any) {
		for i, x := range v {
			if i > 0 {
				fmt.Print(" ")
			}
			fmt.Print(short(dir, x))
		}
		fmt.Println()
	}
	name := filepath.Join(dir, "a.txt")
	say(os.WriteFile(name, []byte("one\ntwo\nthree\n"), 0644))
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	f, err := os.Open(name)
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		fmt.Println("line:", scanner.Text())
	}
	_, err = f.Write([]byte("x"))
	say(err)
	say(f.Seek(4, io.SeekStart))
	b := make([]byte, 3)
	say(f.Read(b))
	fmt.Printf("%s\n", b)
	say(f.ReadAt(b, 8))
	fmt.Printf("%s\n", b)
	n, err := f.ReadAt(b, 12)
	say(n, err)
	info, err := f.Stat()
	say(info.Name(), info.Size(), info.Mode(), info.IsDir(), info.Mode().IsRegular(), err)
	say(f.Close(), f.Close())
	_, err = f.Read(b)
	say(err, errors.Is(err, os.ErrClosed))

	f, err = os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Fprintf(f, "four %d\n", 4)
	say(f.WriteString("five\n"))
	f.Close()
	f, _ = os.OpenFile(name, os.O_RDWR, 0)
	say(f.WriteAt([]byte("ONE"), 0))
	say(f.Truncate(8))
	f.Close()
	data, _ = ioutil.ReadFile(name)
	fmt.Printf("%q\n", data)

	_, err = os.Open(filepath.Join(dir, "missing"))
	say(err, errors.Is(err, fs.ErrNotExist), os.IsNotExist(err))
	var pe *fs.PathError
	if errors.As(err, &pe) {
		say(pe.Op, pe.Path, pe.Err)
	}
	_, err = os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0600)
	say(err, os.IsExist(err), errors.Is(err, fs.ErrExist))
	say(os.Mkdir(filepath.Join(dir, "d"), 0755), os.Mkdir(filepath.Join(dir, "d"), 0755))
	say(os.MkdirAll(filepath.Join(dir, "d/e/f"), 0755))
	say(os.MkdirAll(filepath.Join(name, "x"), 0755))
	say(os.WriteFile(filepath.Join(dir, "d/b.txt"), nil, 0600))
	say(os.Symlink("a.txt", filepath.Join(dir, "link")))
	say(os.Readlink(filepath.Join(dir, "link")))
	say(os.Rename(filepath.Join(dir, "d/b.txt"), filepath.Join(dir, "d/e/c.txt")))
	say(os.Rename(filepath.Join(dir, "none"), filepath.Join(dir, "x")))
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		i, _ := e.Info()
		say(e.Name(), e.IsDir(), e.Type(), i.Mode().Type(), i.Size() >= 0)
	}
	_, err = os.ReadDir(name)
	say(err)
	say(os.Remove(filepath.Join(dir, "d")))
	say(os.Remove(filepath.Join(dir, "nothing")))
	filepath.Walk(dir, func(path string, info fs.FileInfo, err error) error {
		say("walk", path, info.IsDir(), err)
		return nil
	})
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d.Name() == "e" {
			return filepath.SkipDir
		}
		say("walkdir", path, d.IsDir())
		return nil
	})
	list, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	say(list, err)
	sub := os.DirFS(dir)
	data, err = fs.ReadFile(sub, "a.txt")
	fmt.Printf("%q %v\n", data, err)
	_, err = sub.Open("../x")
	say(err != nil, errors.Is(err, fs.ErrInvalid))
	matches, err := fs.Glob(sub, "d/*")
	say(matches, err)
	fs.WalkDir(sub, ".", func(path string, d fs.DirEntry, err error) error {
		say("fs", path, d.Name(), d.IsDir())
		return err
	})
	say(os.Chmod(name, 0400))
	info, _ = os.Stat(name)
	say(info.Mode())
	say(os.Truncate(name, 3))
	say(os.Chdir(dir))
	data, err = os.ReadFile("a.txt")
	fmt.Printf("%q %v\n", data, err)
	wd, err := os.Getwd()
	say(filepath.Base(wd) == filepath.Base(dir), err)
	t, err := os.CreateTemp(dir, "x*.tmp")
	say(strings.HasPrefix(t.Name(), dir+"/x"), strings.HasSuffix(t.Name(), ".tmp"), err)
	w := bufio.NewWriter(t)
	for i := 0; i < 10000; i++ {
		fmt.Fprintln(w, i)
	}
	w.Flush()
	t.Seek(0, 0)
	count := 0
	for s := bufio.NewScanner(t); s.Scan(); count++ {
	}
	t.Close()
	say(count)
	src, _ := os.Open("a.txt")
	dst, _ := os.Create("copy.txt")
	say(io.Copy(dst, src))
	dst.Close()
	names, err := func() ([]string, error) { d, _ := os.Open("."); defer d.Close(); return d.Readdirnames(-1) }()
	say(len(names), err)
	say(os.RemoveAll(filepath.Join(dir, "d")), os.RemoveAll(filepath.Join(dir, "d")))
	_, err = os.Stat("d")
	say(err)
	_, err = os.ReadFile(".")
	say(err)
}

// Flags: --allow-fs
// Output:
// <nil>
// "one\ntwo\nthree\n" <nil>
// line: one
// line: two
// line: three
// write TMP/a.txt: bad file descriptor
// 4 <nil>
// 3 <nil>
// two
// 3 <nil>
// thr
// 2 EOF
// a.txt 14 -rw-r--r-- false true <nil>
// <nil> close TMP/a.txt: file already closed
// read TMP/a.txt: file already closed true
// 5 <nil>
// 3 <nil>
// <nil>
// "ONE\ntwo\n"
// open TMP/missing: no such file or directory true true
// open TMP/missing no such file or directory
// open TMP/a.txt: file exists true true
// <nil> mkdir TMP/d: file exists
// <nil>
// mkdir TMP/a.txt: not a directory
// <nil>
// <nil>
// a.txt <nil>
// <nil>
// rename TMP/none TMP/x: no such file or directory
// a.txt false ---------- ---------- true
// d true d--------- d--------- true
// link false L--------- L--------- true
// readdirent TMP/a.txt: not a directory
// remove TMP/d: directory not empty
// remove TMP/nothing: no such file or directory
// walk TMP true <nil>
// walk TMP/a.txt false <nil>
// walk TMP/d true <nil>
// walk TMP/d/e true <nil>
// walk TMP/d/e/c.txt false <nil>
// walk TMP/d/e/f true <nil>
// walk TMP/link false <nil>
// walkdir TMP true
// walkdir TMP/a.txt false
// walkdir TMP/d true
// walkdir TMP/link false
// [TMP/a.txt] <nil>
// "ONE\ntwo\n" <nil>
// true true
// [d/e] <nil>
// fs . . true
// fs a.txt a.txt false
// fs d d true
// fs d/e e true
// fs d/e/c.txt c.txt false
// fs d/e/f f true
// fs link link false
// <nil>
// -r--------
// <nil>
// <nil>
// "ONE" <nil>
// true <nil>
// true true <nil>
// 10000
// 3 <nil>
// 5 <nil>
// <nil> <nil>
// stat d: no such file or directory
// read .: is a directory
