package confined

import (
	"errors"
	"io/fs"
	"os"
	"testing"
)

// Tests get a folder for what they make, and nothing else of the file system.
func TestOnlyBelow(t *testing.T) {
	dir := t.TempDir()
	refused := func(what string, err error) {
		t.Helper()
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, path := range []string{"/etc/passwd", "confined_test.go", ".", "/", dir + "/../../../etc/passwd", dir + "/..",
		os.TempDir() + "x", os.TempDir() + "/../x"} {
		_, err := os.ReadFile(path)
		refused("ReadFile "+path, err)
		_, err = os.Stat(path)
		refused("Stat "+path, err)
		refused("WriteFile "+path, os.WriteFile(path, nil, 0o600))
		refused("Rename to "+path, os.Rename(dir, path))
		refused("Mkdir "+path, os.Mkdir(path, 0o700))
		refused("Truncate "+path, os.Truncate(path, 0))
	}
	refused("Symlink", errors.Unwrap(os.Symlink("/etc", dir+"/link")))
	refused("Link", errors.Unwrap(os.Link("/etc/passwd", dir+"/link")))
	refused("Chdir", os.Chdir(dir))
	if err := os.WriteFile(dir+"/a..b", nil, 0o600); err != nil {
		t.Error(err)
	}
}
