package outer_test

import "testing"

func TestOnlyOutside(t *testing.T) { t.Log("no package outer at all") }
