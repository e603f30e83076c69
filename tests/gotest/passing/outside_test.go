package passing_test

import (
	"testing"

	"example.com/gotest/passing"
)

func TestDouble(t *testing.T) {
	if passing.Double(2) != 4 {
		t.Fatal("wrong")
	}
}
