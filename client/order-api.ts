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
    /** The SKU of the article: 1 to 40 capital letters, digits and hyphens. */
    sku: string;
    /** The quantity of the article. */
    quantity: number;
};
export type OrderRequest = {
    /** The ordered articles, each at most once. */
    lines: OrderedLine[];
    /** The token of the payment provider for the means of payment; never a card number. */
    paymentToken: string;
    /** The earliest time of shipment, in UTC, at most 30 days ahead. Without it, the order is shipped immediately. */
    shipNotBefore?: string;
};
export type AcceptedOrder = {
    /** The id of the order. */
    orderId: string;
    /** The request that was accepted. */
    status: "PLACED" | "CANCELLING" | "REFUND_REQUESTED";
};
export type Problem = {
    /** Always `about:blank`: the status identifies the kind of problem. */
    "type": string;
    /** The kind of problem. */
    title: string;
    /** The status of the response; missing if API Gateway chose it. */
    status?: number;
    /** The problem with this request. */
    detail: string;
    /** The invalid fields; a string if API Gateway rejected the request. */
    errors?: {
        /** The path of the field. */
        field: string;
        /** The value as JSON, shortened; missing if it may be secret. */
        received?: string;
        /** The accepted values. */
        expected: string;
    }[] | string;
    /** The id of the request, for reporting the problem. */
    requestId?: string;
};
export type OrderStatus = "PLACED" | "CHARGED" | "SHIPPING" | "SHIPPED" | "REJECTED" | "CANCELLING" | "CANCELLED" | "FAILED" | "REFUND_REQUESTED" | "REFUNDED" | "NEEDS_ATTENTION";
export type OrderSummary = {
    /** The id of the order. */
    orderId: string;
    status: OrderStatus;
    /** The sum of all lines, in minor units of the currency. */
    total: number;
    /** The currency code of ISO 4217. */
    currency: string;
    placedAt: string;
    changedAt: string;
};
export type OrderPage = {
    /** The orders, newest first. */
    orders: OrderSummary[];
    /** The cursor of the next page; missing on the last page. */
    next?: string;
};
export type OrderLine = {
    /** The SKU of the article: 1 to 40 capital letters, digits and hyphens. */
    sku: string;
    /** The quantity of the article. */
    quantity: number;
    /** The name of the article on the invoice. */
    name: string;
    /** The warehouse that ships the article. */
    warehouse: string;
    /** The unit price at the time the order was accepted, in minor units of the currency. */
    unitPrice: number;
};
export type OrderReason = "OUT_OF_STOCK" | "NOT_ACCEPTED" | "APPROVAL_DENIED" | "APPROVAL_EXPIRED" | "PAYMENT_DECLINED" | "SHIPMENT_FAILED" | "CANCELLED_BY_CUSTOMER" | "INTERNAL_ERROR";
export type Order = {
    /** The id of the order. */
    orderId: string;
    /** The customer or partner that placed the order. */
    customerId: string;
    status: OrderStatus;
    /** The version of the order, which every change increments, including changes of internal fields. */
    version: number;
    lines: OrderLine[];
    /** The sum of all lines, in minor units of the currency. */
    total: number;
    /** The currency code of ISO 4217. */
    currency: string;
    /** The earliest time of shipment, in UTC, at most 30 days ahead. Without it, the order is shipped immediately. */
    shipNotBefore?: string;
    reason?: OrderReason;
    placedAt: string;
    changedAt: string;
};
export type Product = {
    sku: string;
    /** The name on the invoice. */
    name: string;
    /** The warehouse that ships the product. */
    warehouse: string;
    /** The unit price in minor units of the currency. */
    unitPrice: number;
    /** The currency code of ISO 4217. */
    currency: string;
    /** The version, which every update increments; the ETag is this number in quotes. */
    version: number;
};
export type ProductPage = {
    /** The products in storage order. */
    products: Product[];
    /** The cursor of the next page; missing on the last page. */
    next?: string;
};
export type ProductRequest = {
    /** The name on the invoice. */
    name: string;
    /** The warehouse that ships the product. */
    warehouse: string;
    /** The unit price in minor units of the currency. */
    unitPrice: number;
    /** The currency code of ISO 4217. */
    currency: string;
    /** The stock of a product that has none yet; 0 by default. It does not change existing stock. */
    initialStock?: number;
};
export type ProductPatch = {
    /** The name on the invoice. */
    name?: string;
    /** The warehouse that ships the product. */
    warehouse?: string;
    /** The unit price in minor units of the currency. */
    unitPrice?: number;
    /** The currency code of ISO 4217. */
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
    /** The id of the order. */
    orderId: string;
    decision: "APPROVED" | "DENIED";
};
export type Approval = {
    /** The id of the order. */
    orderId: string;
    /** The time at which the approval was requested. */
    requestedAt: string;
    /** The time at which the approval request expires. */
    expiresAt: string;
};
export type ApprovalList = {
    approvals: Approval[];
    /** The cursor of the next page; missing on the last page. */
    next?: string;
};
export type Health = {
    status: "UP";
};
/**
 * Places an order at the current prices.
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
 * Gets one of the caller's orders.
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
 * Requests the cancellation of an order whose shipment has not started.
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
 * Requests the refund of a shipped order.
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
 * Gets the invoice of an order as a PDF.
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
 * Places an order of a partner at the current prices.
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
 * Lists the products on sale, in storage order.
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
 * Gets a product.
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
 * Creates or replaces a product.
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
 * Updates a product if it has not changed since the caller read it.
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
 * Removes a product from sale.
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
 * Stores a product's image of at most 10 MB.
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
 * Records up to 100 events of a web shop.
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
 * Approves or denies an order that waits for approval.
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
 * Lists the orders that wait for approval.
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
 * Checks the health of the API.
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
 * Checks the health of the payment provider.
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
