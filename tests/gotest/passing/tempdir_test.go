package passing

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTempDir(t *testing.T) {
	var dirs []string
	t.Run("sub dir", func(t *testing.T) {
		first, second := t.TempDir(), t.TempDir()
		if first == second || filepath.Base(first) != "001" || filepath.Base(second) != "002" {
			t.Fatal(first, second)
		}
		name := filepath.Join(first, "file")
		if err := os.WriteFile(name, []byte("text"), 0o600); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(name)
		t.Log(string(data), err, strings.Contains(first, "TestTempDir"))
		dirs = append(dirs, first, second)
	})
	for _, dir := range dirs {
		_, err := os.Stat(dir)
		t.Log(os.IsNotExist(err))
	}
}
