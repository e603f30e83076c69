package shape

func Hidden() interface{} { return struct{ x int }{1} }

// IsHidden is true for values of other packages: the field x here is another.
func IsHidden(v interface{}) bool {
	_, same := v.(struct{ x int })
	return !same
}
