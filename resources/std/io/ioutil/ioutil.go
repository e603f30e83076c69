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

// ReadFile refuses.
func ReadFile(filename string) ([]byte, error) { return os.ReadFile(filename) }

// WriteFile refuses.
func WriteFile(filename string, data []byte, perm os.FileMode) error {
	return os.WriteFile(filename, data, perm)
}

// TempDir refuses.
func TempDir(dir, pattern string) (name string, err error) { return os.MkdirTemp(dir, pattern) }

// TempFile refuses.
func TempFile(dir, pattern string) (f *os.File, err error) { return os.CreateTemp(dir, pattern) }

// ReadDir refuses.
func ReadDir(dirname string) ([]os.FileInfo, error) {
	_, err := os.ReadDir(dirname)
	return nil, err
}
