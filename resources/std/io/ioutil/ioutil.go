// SPDX-License-Identifier: MIT

// Package ioutil has old names of functions of io and os.
package ioutil

import (
	"io"
	"os"
)

// Discard takes all and keeps nothing.
var Discard io.Writer = io.Discard

// ReadAll reads until the end.
func ReadAll(r io.Reader) ([]byte, error) { return io.ReadAll(r) }

// NopCloser gives r a Close that does nothing.
func NopCloser(r io.Reader) io.ReadCloser { return io.NopCloser(r) }

// ReadFile reads a whole file.
func ReadFile(filename string) ([]byte, error) { return os.ReadFile(filename) }

// WriteFile makes a file of data.
func WriteFile(filename string, data []byte, perm os.FileMode) error {
	return os.WriteFile(filename, data, perm)
}

// TempDir makes a directory with a new name.
func TempDir(dir, pattern string) (name string, err error) { return os.MkdirTemp(dir, pattern) }

// TempFile makes a file with a new name.
func TempFile(dir, pattern string) (f *os.File, err error) { return os.CreateTemp(dir, pattern) }

// ReadDir describes a directory's entries, in order of names.
func ReadDir(dirname string) ([]os.FileInfo, error) {
	entries, err := os.ReadDir(dirname)
	list := make([]os.FileInfo, 0, len(entries))
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			return nil, err
		}
		list = append(list, info)
	}
	if err != nil {
		return nil, err
	}
	return list, nil
}
