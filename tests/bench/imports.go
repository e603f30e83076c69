// Class: start-up
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	var once sync.Once
	once.Do(func() {
		words := strings.Fields("ten packages and no time")
		sort.Strings(words)
		w := bufio.NewWriter(os.Stdout)
		fmt.Fprintln(w, words, rand.Intn(1), errors.Is(ctx.Err(), nil))
		w.Flush()
	})
}
