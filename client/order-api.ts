/**
 * Order platform
 * 0.1.0
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "https://api.execute-api.eu-central-1.amazonaws.com/v1"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {
    server1: ({ api = "api", region = "eu-central-1" }: {
        api: string | number | boolean;
        region: string | number | boolean;
    }) => `https://${api}.execute-api.${region}.amazonaws.com/v1`
};
export type OrderedLine = {
    /** The article: 1 to 40 capital letters, digits and hyphens. */
    sku: string;
    /** How many of it. */
    quantity: number;
};
export type OrderRequest = {
    /** What is ordered; no article twice. */
    lines: OrderedLine[];
    /** The means of payment, as the payment provider's token for it: never a card number. */
    paymentToken: string;
    /** Before when nothing is shipped, in UTC, at most 30 days ahead; at once without it. */
    shipNotBefore?: string;
};
export type AcceptedOrder = {
    /** The order's number. */
    orderId: string;
    /** What was asked of the order. */
    status: "PLACED" | "CANCELLING" | "REFUND_REQUESTED";
};
export type Problem = {
    /** Always `about:blank`: the status says what kind of problem it is. */
    "type": string;
    /** The kind of problem. */
    title: string;
    /** The answer's status; missing where the gateway answers. */
    status?: number;
    /** What is wrong with this request. */
    detail: string;
    /** The fields that are wrong; a text where the gateway answers. */
    errors?: {
        /** Where it is. */
        field: string;
        /** The value as JSON, shortened; missing where it may be secret. */
        received?: string;
        /** What is accepted. */
        expected: string;
    }[] | string;
    /** What to name when you report the problem. */
    requestId?: string;
};
export type OrderStatus = "PLACED" | "RESERVED" | "AWAITING_APPROVAL" | "CHARGED" | "SHIPPING" | "SHIPPED" | "REJECTED" | "CANCELLING" | "CANCELLED" | "FAILED" | "REFUND_REQUESTED" | "REFUNDED" | "NEEDS_ATTENTION";
export type OrderSummary = {
    /** The order's number. */
    orderId: string;
    status: OrderStatus;
    /** The sum of all lines, in minor units of the currency. */
    total: number;
    /** ISO 4217. */
    currency: string;
    placedAt: string;
    changedAt: string;
};
export type OrderPage = {
    /** The newest first. */
    orders: OrderSummary[];
    /** The cursor of the next page; missing on the last one. */
    next?: string;
};
export type OrderLine = {
    /** The article: 1 to 40 capital letters, digits and hyphens. */
    sku: string;
    /** How many of it. */
    quantity: number;
    /** What the article is called on the invoice. */
    name: string;
    /** Where the article is shipped from. */
    warehouse: string;
    /** The price of one, in minor units of the order's currency, as it was when the order was accepted. */
    unitPrice: number;
};
export type Order = {
    /** The order's number. */
    orderId: string;
    /** Whose order it is. */
    customerId: string;
    status: OrderStatus;
    /** Raised by every change. */
    version: number;
    lines: OrderLine[];
    /** The sum of all lines, in minor units of the currency. */
    total: number;
    /** ISO 4217. */
    currency: string;
    /** Before when nothing is shipped, in UTC, at most 30 days ahead; at once without it. */
    shipNotBefore?: string;
    /** Why the order was rejected or failed, or needs attention. */
    reason?: string;
    placedAt: string;
    changedAt: string;
};
export type Product = {
    sku: string;
    /** What it is called on the invoice. */
    name: string;
    /** Where it is shipped from. */
    warehouse: string;
    /** The price of one, in minor units of the currency. */
    unitPrice: number;
    /** ISO 4217. */
    currency: string;
    /** Raised by every change; the ETag quotes it. */
    version: number;
};
export type ProductPage = {
    /** In no particular order. */
    products: Product[];
    /** The cursor of the next page; missing on the last one. */
    next?: string;
};
export type ProductRequest = {
    /** What it is called on the invoice. */
    name: string;
    /** Where it is shipped from. */
    warehouse: string;
    /** The price of one, in minor units of the currency. */
    unitPrice: number;
    /** ISO 4217. */
    currency: string;
    /** How many there are of an article that has no stock yet; without it, none. Else it changes nothing. */
    initialStock?: number;
};
export type ProductPatch = {
    /** What it is called on the invoice. */
    name?: string;
    /** Where it is shipped from. */
    warehouse?: string;
    /** The price of one, in minor units of the currency. */
    unitPrice?: number;
    /** ISO 4217. */
    currency?: string;
};
export type ShopEvent = {
    eventId: string;
    "type": "PAGE_VIEWED" | "PRODUCT_VIEWED" | "CART_CHANGED" | "CHECKOUT_STARTED";
    sessionId: string;
    occurredAt: string;
    sku?: string;
    page?: string;
    quantity?: number;
};
export type ShopEvents = {
    events: ShopEvent[];
};
export type ShopEventAnswer = {
    accepted: number;
};
export type ShopEventResults = {
    accepted: number;
    results: {
        index: number;
        status: 202 | 503;
        error?: string;
    }[];
};
export type ApprovalDecision = {
    decision: "APPROVED" | "DENIED";
};
export type DecidedApproval = {
    /** The order's number. */
    orderId: string;
    decision: "APPROVED" | "DENIED";
};
export type Approval = {
    /** The order's number. */
    orderId: string;
    /** Since when the order waits. */
    requestedAt: string;
    /** Until when it can be decided on. */
    expiresAt: string;
};
export type ApprovalList = {
    approvals: Approval[];
    /** The cursor of the next page; missing on the last one. */
    next?: string;
};
export type Health = {
    status: "UP";
};
/**
 * Accepts an order at the prices of today.
 */
export function placeOrder(idempotencyKey: string, orderRequest: OrderRequest, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: AcceptedOrder;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 422;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>("/orders", oazapfts.json({
        ...opts,
        method: "POST",
        body: orderRequest,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * Lists the caller's orders, newest first.
 */
export function listOrders({ limit, cursor }: {
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OrderPage;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/orders${QS.query(QS.explode({
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * Shows a customer an order.
 */
export function getOrder(orderId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Order;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/orders/${encodeURIComponent(orderId)}`, {
        ...opts
    });
}
/**
 * Cancels an order that is not yet shipped.
 */
export function requestCancellation(orderId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: AcceptedOrder;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/orders/${encodeURIComponent(orderId)}/cancellation`, {
        ...opts,
        method: "POST"
    });
}
/**
 * Asks for the refund of a shipped order.
 */
export function requestRefund(orderId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: AcceptedOrder;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/orders/${encodeURIComponent(orderId)}/refund`, {
        ...opts,
        method: "POST"
    });
}
/**
 * Gives a customer an order's invoice.
 */
export function getInvoice(orderId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    } | {
        status: 401;
        data: Blob;
    } | {
        status: 403;
        data: Blob;
    } | {
        status: 404;
        data: Blob;
    } | {
        status: 415;
        data: Blob;
    } | {
        status: 429;
        data: Blob;
    } | {
        status: 500;
        data: Blob;
    } | {
        status: 502;
        data: Blob;
    } | {
        status: 504;
        data: Blob;
    }>(`/orders/${encodeURIComponent(orderId)}/invoice`, {
        ...opts
    });
}
/**
 * Accepts an order of a partner at the prices of today.
 */
export function placePartnerOrder(idempotencyKey: string, orderRequest: OrderRequest, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: AcceptedOrder;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 422;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>("/partner/orders", oazapfts.json({
        ...opts,
        method: "POST",
        body: orderRequest,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * Lists the products on sale, in no order.
 */
export function listProducts({ limit, cursor }: {
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ProductPage;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/products${QS.query(QS.explode({
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * Shows a product.
 */
export function getProduct(sku: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Product;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/products/${encodeURIComponent(sku)}`, {
        ...opts
    });
}
/**
 * Puts a product on sale, or replaces it.
 */
export function putProduct(sku: string, productRequest: ProductRequest, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Product;
    } | {
        status: 201;
        data: Product;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/products/${encodeURIComponent(sku)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: productRequest
    }));
}
/**
 * Changes a product, if it is as the caller knows it.
 */
export function patchProduct(sku: string, ifMatch: string, productPatch: ProductPatch, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Product;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 412;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 428;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/products/${encodeURIComponent(sku)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: productPatch,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    }));
}
/**
 * Takes a product off sale.
 */
export function deleteProduct(sku: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/products/${encodeURIComponent(sku)}`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * Keeps a product's image, of at most 10 MB.
 */
export function putProductImage(sku: string, body: Blob, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/products/${encodeURIComponent(sku)}/image`, {
        ...opts,
        method: "PUT",
        body
    });
}
/**
 * Takes what happens in a web shop, up to 100 events at a time.
 */
export function putEvents(shopEvents: ShopEvents, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: ShopEventAnswer;
    } | {
        status: 207;
        data: ShopEventResults;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>("/events", oazapfts.json({
        ...opts,
        method: "POST",
        body: shopEvents
    }));
}
/**
 * Records an operator's decision on an order.
 */
export function decideApproval(orderId: string, approvalDecision: ApprovalDecision, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DecidedApproval;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/orders/${encodeURIComponent(orderId)}/approval`, oazapfts.json({
        ...opts,
        method: "POST",
        body: approvalDecision
    }));
}
/**
 * Lists the orders that wait for an operator.
 */
export function listApprovals({ limit, cursor }: {
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ApprovalList;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>(`/approvals${QS.query(QS.explode({
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * Says that the API answers.
 */
export function getHealth(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Health;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>("/health", {
        ...opts
    });
}
/**
 * Asks the payment provider whether all is well.
 */
export function getProviderHealth(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Health;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 502;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    } | {
        status: 504;
        data: Problem;
    }>("/provider/health", {
        ...opts
    });
}
