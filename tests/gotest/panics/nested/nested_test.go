package nested

import (
	"errors"
	"testing"
)

func TestOuter(t *testing.T) {
	t.Log("outer")
	t.Run("inner", func(t *testing.T) {
		t.Log("inner")
		panic(errors.New("an error"))
	})
}
