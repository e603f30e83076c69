// A crawl of a made-up web, in parallel, each page once.
package main

import (
	"fmt"
	"sort"
	"sync"
)

type page struct {
	body  string
	links []string
}

var web = map[string]page{
	"/":        {"root", []string{"/pkg", "/cmd"}},
	"/pkg":     {"packages", []string{"/", "/cmd", "/pkg/fmt", "/pkg/os"}},
	"/pkg/fmt": {"fmt", []string{"/", "/pkg"}},
	"/pkg/os":  {"os", []string{"/", "/pkg", "/lost"}},
}

type crawler struct {
	mu   sync.Mutex
	seen map[string]error
	wg   sync.WaitGroup
}

func (c *crawler) first(url string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.seen[url]; ok {
		return false
	}
	c.seen[url] = nil
	return true
}

func (c *crawler) crawl(url string, depth int) {
	defer c.wg.Done()
	if depth <= 0 || !c.first(url) {
		return
	}
	p, ok := web[url]
	if !ok {
		c.mu.Lock()
		c.seen[url] = fmt.Errorf("not found: %s", url)
		c.mu.Unlock()
		return
	}
	for _, l := range p.links {
		c.wg.Add(1)
		go c.crawl(l, depth-1)
	}
}

func main() {
	c := &crawler{seen: map[string]error{}}
	c.wg.Add(1)
	go c.crawl("/", 4)
	c.wg.Wait()
	var urls []string
	for u := range c.seen {
		urls = append(urls, u)
	}
	sort.Strings(urls)
	for _, u := range urls {
		fmt.Printf("%-10s %-10q %v\n", u, web[u].body, c.seen[u])
	}
}

// Output:
// /          "root"     <nil>
// /cmd       ""         not found: /cmd
// /lost      ""         not found: /lost
// /pkg       "packages" <nil>
// /pkg/fmt   "fmt"      <nil>
// /pkg/os    "os"       <nil>
