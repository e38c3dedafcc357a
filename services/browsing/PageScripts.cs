namespace Pipeline.Browsing;

/// <summary>What is run in the page.</summary>
internal static class PageScripts
{
    /// <summary>Before any script of the page: windows are noted and not opened, and what speaks past the router is not there.</summary>
    public const string Guard = """
        (() => {
            const opened = [];
            const set = (where, name, value) => { try { Object.defineProperty(where, name, { value, configurable: false, writable: false }); } catch { } };
            set(window, '__opened', opened);
            set(window, 'open', address => { try { opened.push(new URL(address, document.baseURI).href); } catch { } return null; });
            for (const name of ['Worker', 'SharedWorker', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'EventSource', 'Notification', 'PresentationRequest'])
                set(window, name, undefined);
            set(navigator, 'sendBeacon', () => false);
            for (const name of ['alert', 'confirm', 'prompt', 'print'])
                set(window, name, () => null);
        })();
        """;

    /// <summary>The document as it stands, without scripts; cut off where no list is as long.</summary>
    public const string Markup = """
        () => {
            const copy = document.documentElement.cloneNode(true);
            for (const element of copy.querySelectorAll('script, style, noscript, svg, canvas, template'))
                element.remove();
            return copy.outerHTML.slice(0, 3000000);
        }
        """;

    /// <summary>Names of what may be a row without an address: the innermost elements that hold a title.</summary>
    public const string Rows = """
        () => {
            const nameOf = element => (element.textContent || '').trim().replace(/\s+/g, ' ') || element.getAttribute('title') || '';
            const leads = anchor => !/^(#(?![\/!])|javascript:|\s*$)/i.test(anchor.getAttribute('href'));
            const rows = [];
            for (const element of document.querySelectorAll('a, button, li, tr, td, div, span, p, dd, dt, h3, h4, h5')) {
                const name = nameOf(element);
                if (name.length < 6 || name.length > 90 || !element.getClientRects().length) continue;
                const around = element.closest('a[href]');
                if (around && leads(around) || [...element.querySelectorAll('a[href]')].some(leads)) continue;
                if ([...element.children].some(child => nameOf(child).length > name.length / 2)) continue;
                rows.push(element);
                if (rows.length === 400) break;
            }
            window.__rows = rows;
            return rows.map(nameOf);
        }
        """;

    public const string Click = """
        at => {
            const row = (window.__rows || [])[at];
            if (!row || !row.isConnected) return false;
            window.__opened.length = 0;
            row.click();
            return true;
        }
        """;

    public const string Opened = "() => window.__opened.slice(0, 5).map(String)";

    /// <summary>Finds the control that shows the list's next part; turns it, or only tells whether there is one.</summary>
    public const string Turn = """
        turns => {
            const words = ['下一页', '下页', '下一頁', '后一页', '后页', '加载更多', '点击加载更多', '查看更多', '显示更多', '下一页>', '下一页 >', '>', '>>', '›', '»', 'next', 'Next', 'NEXT'];
            const off = element => { for (let at = element, up = 0; at && up < 3; at = at.parentElement, up++) if (at.disabled || at.getAttribute('aria-disabled') === 'true' || /disab|unable|no-more/i.test(at.className || '')) return true; return false; };
            const leads = element => { const anchor = element.closest('a[href]'); return anchor && !/^(#(?![\/!])|javascript:|\s*$)/i.test(anchor.getAttribute('href')); };
            const fits = element => element.getClientRects().length && !leads(element) && !off(element);
            const named = [...document.querySelectorAll('a, button, li, span, div, em, i, td, input')].filter(element => words.includes((element.value && element.tagName === 'INPUT' ? element.value : element.textContent || '').trim()));
            const control = named.reverse().find(fits) || [...document.querySelectorAll('[class*="next" i], [title="下一页"], [aria-label*="next" i], [aria-label="下一页"]')].filter(element => (element.textContent || '').trim().length < 6).find(fits);
            if (control && turns) control.click();
            return !!control;
        }
        """;

    /// <summary>Goes to the end of the page and of what scrolls within it, where lists without a control load their next part; tells whether there was anywhere to go.</summary>
    public const string Scroll = """
        () => {
            const inner = [...document.querySelectorAll('div, ul, section, main, tbody')].filter(element => element.scrollHeight > element.clientHeight + 40 && /auto|scroll/.test(getComputedStyle(element).overflowY)).slice(0, 8);
            let moved = false;
            for (const element of [document.scrollingElement || document.documentElement, ...inner]) {
                const before = element.scrollTop;
                element.scrollTop = element.scrollHeight;
                moved = moved || element.scrollTop !== before;
            }
            return moved;
        }
        """;
}
