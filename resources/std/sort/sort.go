// SPDX-License-Identifier: MIT

// Package sort sorts slices and whatever can compare and swap its elements by index.
package sort

func sortOrdered(x any)
func swap(x any, i, j int)
func lenOf(x any) int

// Interface is what can be sorted.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// parts is a sequence to be sorted, by functions.
type parts struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func insertion(d *parts, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && d.less(j, j-1); j-- {
			d.swap(j, j-1)
		}
	}
}

func siftDown(d *parts, lo, hi, first int) {
	for root := lo; ; {
		child := 2*root + 1
		if child >= hi {
			return
		}
		if child+1 < hi && d.less(first+child, first+child+1) {
			child++
		}
		if !d.less(first+root, first+child) {
			return
		}
		d.swap(first+root, first+child)
		root = child
	}
}

func heapSort(d *parts, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(d, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		d.swap(a, a+i)
		siftDown(d, 0, i, a)
	}
}

// median gives the one of three indexes whose element is in the middle.
func median(d *parts, a, b, c int) int {
	if d.less(b, a) {
		a, b = b, a
	}
	if d.less(c, b) {
		b = c
		if d.less(b, a) {
			b = a
		}
	}
	return b
}

// sorted tells whether nothing is out of order.
func sorted(d *parts, a, b int) bool {
	for i := b - 1; i > a; i-- {
		if d.less(i, i-1) {
			return false
		}
	}
	return true
}

// quickSort sorts by partitions around a median, by insertion where few are left, and by heap when depth runs out.
func quickSort(d *parts, a, b, depth int) {
	for b-a > 12 {
		if depth == 0 {
			heapSort(d, a, b)
			return
		}
		depth--
		m := a + (b-a)/2
		if b-a > 50 {
			s := (b - a) / 8
			m = median(d, median(d, a+s, a+2*s, a+3*s), median(d, m-s/2, m, m+s/2), median(d, b-3*s, b-2*s, b-s))
		} else {
			m = median(d, a, m, b-1)
		}
		d.swap(a, m) // the pivot
		i, j := a+1, b-1
		for {
			for i <= j && d.less(i, a) {
				i++
			}
			for i <= j && d.less(a, j) {
				j--
			}
			if i >= j {
				break
			}
			d.swap(i, j)
			i++
			j--
		}
		d.swap(a, j)
		if j-a < b-j-1 {
			quickSort(d, a, j, depth)
			a = j + 1
		} else {
			quickSort(d, j+1, b, depth)
			b = j
		}
	}
	insertion(d, a, b)
}

func depthOf(n int) int {
	depth := 0
	for ; n > 0; n >>= 1 {
		depth += 2
	}
	return depth
}

func sortParts(d *parts, n int) {
	if n > 12 && sorted(d, 0, n) {
		return
	}
	quickSort(d, 0, n, depthOf(n))
}

// Sort sorts data; equal elements may change places.
func Sort(data Interface) { sortParts(&parts{data.Less, data.Swap}, data.Len()) }

// Stable sorts data; equal elements keep their order.
func Stable(data Interface) { stable(&parts{data.Less, data.Swap}, data.Len()) }

// stable sorts blocks by insertion and merges them in place.
func stable(d *parts, n int) {
	size := 20
	a := 0
	for ; a+size < n; a += size {
		insertion(d, a, a+size)
	}
	insertion(d, a, n)
	for ; size < n; size *= 2 {
		a = 0
		for ; a+2*size <= n; a += 2 * size {
			merge(d, a, a+size, a+2*size)
		}
		if a+size < n {
			merge(d, a, a+size, n)
		}
	}
}

// merge joins the sorted [a, m) and [m, b) in place: it splits the longer at its middle, the other where that element
// belongs, rotates what lies between, and does the same with both halves.
func merge(d *parts, a, m, b int) {
	if a >= m || m >= b || !d.less(m, m-1) {
		return
	}
	if b-a == 2 {
		d.swap(a, m)
		return
	}
	var i, j int
	if m-a > b-m {
		i = a + (m-a)/2
		j = m
		for hi := b; j < hi; { // first not less than i's
			h := j + (hi-j)/2
			if d.less(h, i) {
				j = h + 1
			} else {
				hi = h
			}
		}
	} else {
		j = m + (b-m)/2
		i = a
		for hi := m; i < hi; { // first greater than j's
			h := i + (hi-i)/2
			if d.less(j, h) {
				hi = h
			} else {
				i = h + 1
			}
		}
	}
	rotate(d, i, m, j)
	middle := i + (j - m)
	merge(d, a, i, middle)
	merge(d, middle, middle+(m-i), b)
}

func reverseRange(d *parts, a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		d.swap(a, b)
	}
}

func rotate(d *parts, a, m, b int) {
	if a == m || m == b {
		return
	}
	reverseRange(d, a, m)
	reverseRange(d, m, b)
	reverseRange(d, a, b)
}

// IsSorted tells whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse turns the order of data around.
func Reverse(data Interface) Interface { return &reverse{data} }

func sliceParts(x any, less func(i, j int) bool) (*parts, int) {
	n := lenOf(x)
	if n < 0 {
		panic("reflect: call of Swapper on non-slice value")
	}
	return &parts{less, func(i, j int) { swap(x, i, j) }}, n
}

// Slice sorts the slice x; equal elements may change places.
func Slice(x any, less func(i, j int) bool) {
	d, n := sliceParts(x, less)
	sortParts(d, n)
}

// SliceStable sorts the slice x; equal elements keep their order.
func SliceStable(x any, less func(i, j int) bool) {
	d, n := sliceParts(x, less)
	stable(d, n)
}

// SliceIsSorted tells whether the slice x is sorted.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := lenOf(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// IntSlice is a []int that can be sorted.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { sortOrdered([]int(x)) }

// Search finds the place of v.
func (p IntSlice) Search(v int) int { return SearchInts(p, v) }

// Float64Slice is a []float64 that can be sorted, NaN first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x Float64Slice) Sort() { sortOrdered([]float64(x)) }

// Search finds the place of v.
func (p Float64Slice) Search(v float64) int { return SearchFloat64s(p, v) }

// StringSlice is a []string that can be sorted.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { sortOrdered([]string(x)) }

// Search finds the place of v.
func (p StringSlice) Search(v string) int { return SearchStrings(p, v) }

// Ints sorts x.
func Ints(x []int) { sortOrdered(x) }

// Float64s sorts x, NaN first.
func Float64s(x []float64) { sortOrdered(x) }

// Strings sorts x.
func Strings(x []string) { sortOrdered(x) }

// IntsAreSorted tells whether x is sorted.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted tells whether x is sorted.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted tells whether x is sorted.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }

// Search finds the least i in [0, n) for which f holds, or n.
func Search(n int, f func(int) bool) int {
	i, j := 0, n
	for i < j {
		h := int(uint(i+j) >> 1)
		if !f(h) {
			i = h + 1
		} else {
			j = h
		}
	}
	return i
}

// Find finds the least i in [0, n) for which cmp is at most 0, and tells whether it is 0 there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

// SearchInts finds the place of x in a.
func SearchInts(a []int, x int) int { return Search(len(a), func(i int) bool { return a[i] >= x }) }

// SearchFloat64s finds the place of x in a.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings finds the place of x in a.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
